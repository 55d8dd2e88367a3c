import { computed } from '@preact/signals';
import { welcomedAt } from '@/lib/store/items';
import { liveItem } from './live';

const at = liveItem(welcomedAt);

/** Whether a Flow tab was ever connected; undefined while that is read. */
export const isWelcomed = computed(() => (at.value === undefined ? undefined : at.value > 0));
