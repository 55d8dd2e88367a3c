import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import type { Draft } from '@/lib/drafts/draft';
import { Prompt } from '../fields/Prompt';
import { Seed } from '../fields/Seed';
import { Takes } from '../fields/Takes';
import { RangeField } from './RangeField';

/** Extend: what happens next, and the frames to continue from. */
export const ExtendForm = ({ draft }: { draft: Draft }) => {
  const { composer } = useViewStore();
  return (
    <>
      <Prompt
        label={i18n.t('extend.prompt')}
        value={draft.extendPrompt}
        onText={(extendPrompt) => composer.change({ extendPrompt })}
      >
        <Takes />
      </Prompt>
      <RangeField />
      <Seed />
    </>
  );
};
