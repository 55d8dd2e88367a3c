import { type Media, UPSCALED } from '@/lib/flow/media';
import type { Job } from '@/lib/jobs/job';

/** A clip is a 1080p copy itself, has one, or one is being made. */
export type Copy = 'is' | 'has' | 'making';

const MEANS: Partial<Record<Job['state'], Copy>> = {
  waiting: 'making',
  submitting: 'making',
  running: 'making',
  done: 'has',
};

/**
 * What is known of 1080p copies, by media id; a clip without any is left out.
 *
 * @param clips of the project
 * @param jobs upscales of these clips, in any state
 */
export function copiesOf(
  clips: readonly Media[],
  jobs: readonly Pick<Job, 'sourceId' | 'state'>[],
): ReadonlyMap<string, Copy> {
  const keys = new Set(clips.map(({ key }) => key));
  const copies = new Map<string, Copy>();
  for (const { sourceId, state } of jobs) {
    const means = MEANS[state];
    if (means && copies.get(sourceId) !== 'has') copies.set(sourceId, means);
  }
  for (const { id, key } of clips) {
    if (key.endsWith(UPSCALED)) copies.set(id, 'is');
    else if (keys.has(key + UPSCALED)) copies.set(id, 'has');
  }
  return copies;
}
