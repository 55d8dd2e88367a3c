import type { Media } from '@/lib/flow/media';
import type { Draft } from '@/lib/job/draft';
import { ExtendForm } from '../forms/ExtendForm';
import { ReferencesForm } from '../forms/ReferencesForm';
import { ReshootForm } from '../forms/ReshootForm';
import { UpscaleForm } from '../forms/UpscaleForm';
import { ActionRow } from './ActionRow';
import { ClipRow } from './ClipRow';
import { Footer } from './Footer';
import { HoldNote } from './HoldNote';

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

/** See, choose, send: the clips, the action, its form, and the button with the price. */
export function Composer({ draft, clips }: Props) {
  const Form = FORMS[draft.action];
  return (
    <main class="body">
      {clips.length > 0 && <ClipRow draft={draft} clips={clips} />}
      <ActionRow action={draft.action} />
      <div class="form" key={draft.action}>
        <Form draft={draft} />
      </div>
      <HoldNote />
      <Footer draft={draft} />
    </main>
  );
}
