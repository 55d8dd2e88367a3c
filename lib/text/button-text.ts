import { i18n } from '#i18n';
import { assertNever } from '@/lib/base/assert-never';
import { type Draft, upscaleIds } from '@/lib/drafts/draft';
import { number, priceText } from './format';

/** What the button is doing, as far as its text says it. */
type ButtonState =
  | { readonly kind: 'idle' | 'sending' | 'asking' | 'refused' }
  | { readonly kind: 'sent'; readonly jobs: number };

/** The whole text of the primary button: what it does, how often, and what that costs. */
export function buttonText(draft: Draft, price: number | undefined, state: ButtonState): string {
  if (state.kind === 'sending') return i18n.t('sent.sending');
  if (state.kind === 'sent') return i18n.t('sent.done', state.jobs, [number(state.jobs)]);
  const cost = priceText(price);
  switch (draft.action) {
    case 'extend':
      return i18n.t('button.extend', draft.takes, [number(draft.takes), cost]);
    case 'reshoot':
      return i18n.t('button.reshoot', draft.moves.length, [number(draft.moves.length), cost]);
    case 'upscale': {
      const clips = upscaleIds(draft).length;
      return i18n.t('button.upscale', clips, [number(clips), cost]);
    }
    case 'references':
      return i18n.t('button.references', draft.takes, [number(draft.takes), cost]);
    default:
      return assertNever(draft.action);
  }
}
