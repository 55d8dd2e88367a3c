import './ReferencesForm.css';
import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import { Icon } from '@/components/ui/Icon';
import type { Draft } from '@/lib/drafts/draft';
import { ASPECTS } from '@/lib/flow/aspect';
import { Prompt } from '../fields/Prompt';
import { Seed } from '../fields/Seed';
import { Takes } from '../fields/Takes';
import { ImageField } from './ImageField';

/** A new clip from one to three images and a prompt. */
export const ReferencesForm = ({ draft }: { draft: Draft }) => {
  const { composer } = useViewStore();
  return (
    <>
      <ImageField draft={draft} />
      <Prompt
        label={i18n.t('references.prompt')}
        value={draft.referencesPrompt}
        onText={(referencesPrompt) => composer.change({ referencesPrompt })}
      >
        <Takes />
      </Prompt>
      <Shape draft={draft} />
      <Seed />
    </>
  );
};

/** The shape of the new clip. */
export const Shape = ({ draft }: { draft: Draft }) => {
  const { composer } = useViewStore();
  return (
    <fieldset class="pick">
      <legend class="vh">{i18n.t('shape.label')}</legend>
      {ASPECTS.map((aspect) => (
        <label key={aspect}>
          <input
            type="radio"
            name="shape"
            checked={draft.aspect === aspect}
            onChange={() => composer.change({ aspect })}
          />
          <Icon name={aspect} />
          {i18n.t(`shape.${aspect}Title`)}
        </label>
      ))}
    </fieldset>
  );
};
