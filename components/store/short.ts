import { computed, signal } from '@preact/signals';
import type { Draft } from '@/lib/job/draft';
import { draftPrice } from '@/lib/job/price';
import { type Shortage, shortageOf } from '@/lib/job/shortage';
import { learnedModels } from '@/lib/store/items';
import { change, draft } from './composer';
import { price, problems } from './draft-context';
import { known, tab } from './library';
import { liveItem } from './live';
import { refresh } from './refresh';
import { send, sending } from './send';
import { focusSoon } from './view';

const learned = liveItem(learnedModels);

/** The draft whose button was pressed without the credits for it. */
const pressed = signal<Draft | undefined>(undefined);

const shortage = computed(() =>
  draft.value ? shortageOf(draft.value, price.value, tab.value?.balance) : undefined,
);

/** What is missing for the wish just pressed; gone with another draft or a better balance. */
export const short = computed<Shortage | undefined>(() =>
  pressed.value !== undefined && pressed.value === draft.value ? shortage.value : undefined,
);

/** Whether an upscale of the chosen clip is free, as far as that is known. */
export const isUpscaleFree = computed(
  () =>
    draft.value !== undefined &&
    learned.value !== undefined &&
    draftPrice(
      { ...draft.value, action: 'upscale', moreClipIds: [] },
      tab.value?.tier,
      (id) => known.value.get(id),
      learned.value,
    ) === 0,
);

/** The button that spends: sends the draft, or says first that the credits do not reach for it. */
export function press(): void {
  if (short.value) return;
  const isReady = problems.value.length === 0 && isAtRest();
  if (isReady && shortage.value && tab.value) {
    pressed.value = draft.value;
    refresh(tab.value.tabId);
  } else {
    void send();
  }
}

/** The person's yes to as many as the balance allows: the draft becomes that, and is sent. */
export function sendFewer({ fewer }: Shortage): void {
  if (!fewer) return;
  change(fewer);
  void send();
}

/** Back to the form: nothing was sent. */
export function dropShortage(): void {
  pressed.value = undefined;
  focusSoon('.foot .btn-main');
}

const isAtRest = () => sending.value.kind === 'idle' || sending.value.kind === 'refused';
