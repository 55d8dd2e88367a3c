import { computed } from '@preact/signals';
import { change, draft } from '@/components/store/composer';
import { clips, known } from '@/components/store/library';
import { liveRows } from '@/components/store/live';
import { dropTyped } from '@/components/store/typed';
import { copiesOf } from '@/lib/job/copies';
import { upscaleIds } from '@/lib/job/draft';
import { upscalesOf } from '@/lib/store/job-queries';

/** Upscales of the clips of the project, asked for only while the person is about to make more. */
const jobs = liveRows(
  () =>
    (draft.value?.action === 'upscale' ? (clips.value ?? []).map(({ id }) => id) : []).join(' '),
  (ids) => upscalesOf(ids.split(' ')),
);

/** What is known of 1080p copies of what can be chosen, by media id. */
export const copies = computed(() => copiesOf([...known.value.values()], jobs.value ?? []));

/** Clips of the project that are not 1080p, have no such copy, and get none at the moment. */
export const notYet = computed(() =>
  (clips.value ?? []).map(({ id }) => id).filter((id) => !copies.value.has(id)),
);

/** Chooses clips; frames that were set belong to the first clip and go with it. */
export function chooseClips(ids: readonly string[]): void {
  const [clipId, ...moreClipIds] = ids;
  const isOther = clipId !== draft.value?.clipId;
  if (isOther) dropTyped('start', 'startTimecode', 'end', 'endTimecode');
  change({ clipId, moreClipIds, ...(isOther && { range: undefined }) });
}

/** Adds a clip to what is to be upscaled, or takes it out. */
export function toggleClip(id: string, isOn: boolean): void {
  const others = draft.value ? upscaleIds(draft.value).filter((one) => one !== id) : [];
  chooseClips(isOn ? [...others, id] : others);
}
