import { recent as item } from '@/lib/store/items';
import { liveItem } from './live';

/** Moves and prompts that were sent before, newest first; undefined until they were read. */
export const recent = liveItem(item);
