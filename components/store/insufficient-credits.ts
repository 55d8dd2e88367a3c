import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Draft } from '@/lib/job/draft';
import { draftPrice } from '@/lib/job/price';
import { type Shortage, shortageOf } from '@/lib/job/shortage';
import type { Composer } from './composer';
import type { Focus } from './focus';
import type { Library } from './library';
import type { LiveItems } from './live-items';
import { refresh } from './refresh';
import type { Sending } from './sending';
import type { Validation } from './validation';

export interface InsufficientCredits {
  /** What is missing for the draft just sent; gone with another draft or a better balance. */
  readonly shortage: ReadonlySignal<Shortage | undefined>;
  /** Whether an upscale of the chosen clip is free, as far as that is known. */
  readonly isUpscaleFree: ReadonlySignal<boolean>;
  /** The button that spends: sends the draft, or says first that the credits do not reach for it. */
  readonly press: () => void;
  /** A yes to as many as the balance allows: the draft becomes that, and is sent. */
  readonly sendFewer: (shortage: Shortage) => void;
  /** Back to the form: nothing was sent. */
  readonly goBack: () => void;
}

/** Looks at the balance between the press of the button and the send. */
export function createInsufficientCredits(
  { draft, change }: Composer,
  { known, tab }: Library,
  { price, problems }: Validation,
  { learnedModels }: LiveItems,
  { send, state }: Sending,
  focus: Focus,
): InsufficientCredits {
  /** The draft whose button was pressed without the credits for it. */
  const pressed = signal<Draft | undefined>(undefined);

  const missing = computed(() =>
    draft.value ? shortageOf(draft.value, price.value, tab.value?.balance) : undefined,
  );

  const shortage = computed(() =>
    pressed.value !== undefined && pressed.value === draft.value ? missing.value : undefined,
  );

  return {
    shortage,
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
      if (shortage.value) return;
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
