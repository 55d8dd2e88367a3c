import { i18n } from '#i18n';
import type { Draft } from '@/lib/job/draft';
import { Prompt } from '../parts/Prompt';
import { Seed } from '../parts/Seed';
import { Takes } from '../parts/Takes';
import { change } from '../state/composer';
import { RangeField } from './RangeField';

/** Extend: what happens next, and the frames to continue from. */
export const ExtendForm = ({ draft }: { draft: Draft }) => (
  <>
    <Prompt
      label={i18n.t('extend.prompt')}
      value={draft.extendPrompt}
      onText={(extendPrompt) => change({ extendPrompt })}
    >
      <Takes />
    </Prompt>
    <RangeField />
    <Seed />
  </>
);
