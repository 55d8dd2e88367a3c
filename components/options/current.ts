import { settings } from '@/lib/store/items';
import { liveItem } from '../state/live';

/** The settings as they are stored; undefined while they are read. */
export const current = liveItem(settings);
