import type { Media } from '@/lib/flow/media';
import type { Draft } from '@/lib/job/draft';
import { ExtendForm } from '../extend/ExtendForm';
import { ReferencesForm } from '../references/ReferencesForm';
import { ReshootForm } from '../reshoot/ReshootForm';
import { HoldNote } from '../shell/HoldNote';
import { UpscaleForm } from '../upscale/UpscaleForm';
import { ActionRow } from './ActionRow';
import { ClipRow } from './ClipRow';
import { Footer } from './Footer';

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
