import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Draft } from '@/lib/drafts/draft';
import { type InsufficientCredits, insufficientCreditsOf } from '@/lib/drafts/insufficient-credits';
import { draftPrice } from '@/lib/drafts/price';
import type { Composer } from './composer';
import type { Focus } from './focus';
import type { Library } from './library';
import type { LiveItems } from './live-items';
import { refresh } from './refresh';
import type { Sending } from './sending';
import type { Validation } from './validation';

export interface CreditCheck {
  /** What is missing for the draft just sent; gone with another draft or a better balance. */
  readonly lacking: ReadonlySignal<InsufficientCredits | undefined>;
  /** Whether an upscale of the chosen clip is free, as far as that is known. */
  readonly isUpscaleFree: ReadonlySignal<boolean>;
  /** The button that spends: sends the draft, or says first that the credits do not reach for it. */
  readonly press: () => void;
  /** A yes to as many as the balance allows: the draft becomes that, and is sent. */
  readonly sendFewer: (lacking: InsufficientCredits) => void;
  /** Back to the form: nothing was sent. */
  readonly goBack: () => void;
}

/** Looks at the balance between the press of the button and the send. */
export function createCreditCheck(
  { draft, change }: Composer,
  { known, tab }: Library,
  { price, problems }: Validation,
  { learnedModels }: LiveItems,
  { send, state }: Sending,
  focus: Focus,
): CreditCheck {
  /** The draft whose button was pressed without the credits for it. */
  const pressed = signal<Draft | undefined>(undefined);

  const missing = computed(() =>
    draft.value ? insufficientCreditsOf(draft.value, price.value, tab.value?.balance) : undefined,
  );

  const lacking = computed(() =>
    pressed.value !== undefined && pressed.value === draft.value ? missing.value : undefined,
  );

  return {
    lacking,
    isUpscaleFree: computed(
      () =>
        draft.value !== undefined &&
        learnedModels.value !== undefined &&
        draftPrice(
          { ...draft.value, action: 'upscale', moreClipIds: [] },
          tab.value?.tier,
          (id) => known.value.get(id),
          learnedModels.value,
        ) === 0,
    ),
    press() {
      if (lacking.value) return;
      const isAtRest = state.value.kind === 'idle' || state.value.kind === 'refused';
      if (problems.value.length === 0 && isAtRest && missing.value && tab.value) {
        pressed.value = draft.value;
        refresh(tab.value.tabId);
      } else {
        void send();
      }
    },
    sendFewer({ fewer }) {
      if (!fewer) return;
      change(fewer);
      void send();
    },
    goBack() {
      pressed.value = undefined;
      focus.on('send');
    },
  };
}
