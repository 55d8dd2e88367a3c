import './Composer.css';
import { useViewStore, type ViewStore } from '@/components/store/view-store';
import type { Draft } from '@/lib/drafts/draft';
import type { Media } from '@/lib/flow/media';
import { HoldNote } from '../status/HoldNote';
import { InsufficientCreditsCard } from '../status/InsufficientCreditsCard';
import { NotThere } from '../status/NotThere';
import { Withdrawn } from '../status/Withdrawn';
import { ActionRow } from './ActionRow';
import { ClipRow } from './ClipRow';
import { ExtendForm } from './extend/ExtendForm';
import { Footer } from './Footer';
import { PrepareFooter } from './prepare/PrepareFooter';
import { PrepareForm } from './prepare/PrepareForm';
import { ReferencesForm } from './references/ReferencesForm';
import { ReshootForm } from './reshoot/ReshootForm';
import { UpscaleForm } from './upscale/UpscaleForm';

const FORMS = {
  extend: ExtendForm,
  reshoot: ReshootForm,
  upscale: UpscaleForm,
  references: ReferencesForm,
} as const;

interface Props {
  readonly draft: Draft;
  readonly clips: readonly Media[];
}

/** See, choose, send: the clips, the action, and its form or the card that says why there is none. */
export const Composer = ({ draft, clips }: Props) => (
  <main class="body">
    {clips.length > 0 && <ClipRow draft={draft} clips={clips} />}
    <ActionRow action={draft.action} />
    <FormOrCard draft={draft} />
  </main>
);

function FormOrCard({ draft }: { draft: Draft }) {
  const store = useViewStore();
  if (store.capability.value.kind === 'prepare')
    return (
      <>
        <div class="form" key={draft.action}>
          <PrepareForm draft={draft} />
        </div>
        <PrepareFooter />
      </>
    );
  const Form = FORMS[draft.action];
  const card = cardFor(store, draft);
  return (
    <>
      {card ?? (
        <div class="form" key={draft.action}>
          <Form draft={draft} />
        </div>
      )}
      <HoldNote />
      {!card && <Footer draft={draft} />}
    </>
  );
}

function cardFor({ capability, creditCheck, library, withdrawn }: ViewStore, { action }: Draft) {
  if (capability.value.kind === 'none' && library.tab.value)
    return <NotThere action={action} site={library.tab.value.site} />;
  if (withdrawn.isWithdrawn.value) return <Withdrawn action={action} />;
  return (
    creditCheck.lacking.value && (
      <InsufficientCreditsCard lacking={creditCheck.lacking.value} action={action} />
    )
  );
}
