import { computed } from '@preact/signals';
import { FRAMES_PER_SECOND } from '@/lib/flow/media';
import { draftOffer } from '@/lib/job/offer';
import { validate } from '@/lib/job/validate';
import { learnedModels } from '@/lib/store/items';
import type { ViewProblem } from '@/lib/text/problem-words';
import { parseTimecode } from '@/lib/video/timecode';
import { draft } from './composer';
import { known, tab } from './library';
import { liveItem } from './live';
import { parseWhole, typed } from './typed';

const learned = liveItem(learnedModels);

const media = (id: string) => known.value.get(id);

/** Everything that keeps the draft from being sent. */
export const problems = computed<ViewProblem[]>(() => {
  if (!draft.value) return [];
  const ready = validate(draft.value, { tab: tab.value, media });
  const found: ViewProblem[] = [...(ready.ok ? [] : ready.failure), ...unread()];
  const noClip = found.some(({ field }) => field === 'clip');
  return noClip ? found.filter(({ kind }) => kind !== 'length-unknown') : found;
});

/** What the button offers for the draft as it stands. */
export const offer = computed(() =>
  draft.value && learned.value
    ? draftOffer(draft.value, tab.value?.tier, media, learned.value)
    : undefined,
);

/** The price of the draft as it stands; undefined is unknown, never 0. */
export const price = computed(() => offer.value?.sum);

function unread(): ViewProblem[] {
  const { start, startTimecode, end, endTimecode, seed } = typed.value;
  const isBad = (text: string | undefined, parse: (text: string) => number | undefined) =>
    text !== undefined && parse(text) === undefined;
  const readTimecode = (text: string) => parseTimecode(text, FRAMES_PER_SECOND);
  const found: ViewProblem[] = [];
  if (draft.value?.action === 'extend') {
    if (isBad(start, parseWhole) || isBad(end, parseWhole))
      found.push({ field: 'range', kind: 'range-unread' });
    else if (isBad(startTimecode, readTimecode) || isBad(endTimecode, readTimecode))
      found.push({ field: 'range', kind: 'timecode-unread' });
  }
  if (isBad(seed, parseWhole)) found.push({ field: 'seed', kind: 'seed-unread' });
  return found;
}
