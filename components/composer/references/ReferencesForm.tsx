import { i18n } from '#i18n';
import { change } from '@/components/store/composer';
import { Drawn } from '@/components/ui/Drawn';
import { ASPECTS } from '@/lib/flow/aspect';
import type { Draft } from '@/lib/job/draft';
import { Prompt } from '../fields/Prompt';
import { Seed } from '../fields/Seed';
import { Takes } from '../fields/Takes';
import { ImageField } from './ImageField';

/** A new clip from one to three images and a prompt. */
export const ReferencesForm = ({ draft }: { draft: Draft }) => (
  <>
    <ImageField draft={draft} />
    <Prompt
      label={i18n.t('references.prompt')}
      value={draft.referencesPrompt}
      onText={(referencesPrompt) => change({ referencesPrompt })}
    >
      <Takes />
    </Prompt>
    <Shape draft={draft} />
    <Seed />
  </>
);

const Shape = ({ draft }: { draft: Draft }) => (
  <fieldset class="pick">
    <legend class="vh">{i18n.t('shape.label')}</legend>
    {ASPECTS.map((aspect) => (
      <label key={aspect}>
        <input
          type="radio"
          name="shape"
          checked={draft.aspect === aspect}
          onChange={() => change({ aspect })}
        />
        <Drawn name={aspect} />
        {i18n.t(`shape.${aspect}Title`)}
      </label>
    ))}
  </fieldset>
);
