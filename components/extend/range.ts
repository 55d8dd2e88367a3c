import type { Range } from '@/lib/video/range';
import { change } from '../state/composer';
import { dropTyped } from '../state/typed';

/** Moves both ends, by the handles: whatever text stood in the fields goes. */
export function moveRange(range: Range): void {
  dropTyped('start', 'startTimecode', 'end', 'endTimecode');
  change({ range });
}

/** Back to the last frames of the clip. */
export function resetRange(): void {
  dropTyped('start', 'startTimecode', 'end', 'endTimecode');
  change({ range: undefined });
}
