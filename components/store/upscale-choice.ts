import { computed } from '@preact/signals';
import { copiesOf } from '@/lib/drafts/copies';
import { upscaleIds } from '@/lib/drafts/draft';
import { upscalesOf } from '@/lib/storage/job-queries';
import type { Composer } from './composer';
import type { Library } from './library';
import { liveRows } from './live';
import type { Typed } from './typed';

export type UpscaleChoice = ReturnType<typeof createUpscaleChoice>;

/** Which clips are to be upscaled, and which have a 1080p copy already. */
export function createUpscaleChoice(
  { draft, change }: Composer,
  { clips, known }: Library,
  typed: Typed,
) {
  /** Upscales of the clips of the project, asked for only while more are about to be made. */
  const jobs = liveRows(
    () =>
      (draft.value?.action === 'upscale' ? (clips.value ?? []).map(({ id }) => id) : []).join(' '),
    (ids, from) => upscalesOf(ids.split(' '), from),
  );

  const copies = computed(() => copiesOf([...known.value.values()], jobs.value ?? []));

  function choose(ids: readonly string[]): void {
    const [clipId, ...moreClipIds] = ids;
    const isOther = clipId !== draft.value?.clipId;
    if (isOther) typed.drop('start', 'startTimecode', 'end', 'endTimecode');
    change({ clipId, moreClipIds, ...(isOther && { range: undefined }) });
  }

  return {
    /** What is known of 1080p copies of what can be chosen, by media id. */
    copies,
    /** Clips of the project that are not 1080p, have no such copy, and get none at the moment. */
    notYet: computed(() =>
      (clips.value ?? []).map(({ id }) => id).filter((id) => !copies.value.has(id)),
    ),
    /** Chooses clips; frames that were set belong to the first clip and go with it. */
    choose,
    /** Adds a clip to what is to be upscaled, or takes it out. */
    toggle(id: string, isOn: boolean): void {
      const others = draft.value ? upscaleIds(draft.value).filter((one) => one !== id) : [];
      choose(isOn ? [...others, id] : others);
    },
  };
}
