import './PrepareForm.css';
import { MousePointerClick } from 'lucide-preact';
import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import type { Draft } from '@/lib/drafts/draft';
import { Prompt } from '../fields/Prompt';
import { ImageField } from '../references/ImageField';
import { Shape } from '../references/ReferencesForm';
import { ClipFacts } from '../upscale/UpscaleForm';

/** What is written here for Flow's own page, and what Flow will do with it. */
export function PrepareForm({ draft }: { draft: Draft }) {
  return (
    <>
      <Fields draft={draft} />
      <section class="prepare-how" aria-labelledby="prepare-how">
        <h2 id="prepare-how">
          <MousePointerClick class="i" aria-hidden="true" />
          {i18n.t('prepare.how')}
        </h2>
        <ul>
          {factsOf(draft).map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Fields({ draft }: { draft: Draft }) {
  const { composer, library } = useViewStore();
  switch (draft.action) {
    case 'extend':
      return (
        <Prompt
          label={i18n.t('extend.prompt')}
          value={draft.extendPrompt}
          onText={(extendPrompt) => composer.change({ extendPrompt })}
        />
      );
    case 'references':
      return (
        <>
          <ImageField draft={draft} />
          <Prompt
            label={i18n.t('references.prompt')}
            value={draft.referencesPrompt}
            onText={(referencesPrompt) => composer.change({ referencesPrompt })}
          />
          <Shape draft={draft} />
        </>
      );
    default:
      return library.clip.value ? <ClipFacts media={library.clip.value} /> : null;
  }
}

/** What Flow does by itself there (public reports of 2026), and what is left to the user. */
function factsOf({ action }: Draft): string[] {
  switch (action) {
    case 'extend':
      return [i18n.t('prepare.extend'), i18n.t('prepare.paste')];
    case 'references':
      return [i18n.t('prepare.references'), i18n.t('prepare.paste')];
    default:
      return [i18n.t('prepare.upscale'), i18n.t('prepare.press')];
  }
}
