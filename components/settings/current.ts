import { settings } from '@/lib/store/items';
import { liveItem } from '../store/live';

/** The settings as they are stored; undefined while they are read. */
export const current = liveItem(settings);
