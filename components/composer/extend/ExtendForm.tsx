import { i18n } from '#i18n';
import { change } from '@/components/store/composer';
import type { Draft } from '@/lib/job/draft';
import { Prompt } from '../fields/Prompt';
import { Seed } from '../fields/Seed';
import { Takes } from '../fields/Takes';
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
