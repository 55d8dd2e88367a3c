import { warn } from '@/lib/base/log';
import { settings } from '@/lib/store/items';
import { change } from './composer';

/** A new wish begins with as many takes as the settings say; without that, with as many as before. */
export async function beginWithTakes(): Promise<void> {
  try {
    const { takes } = await settings.get();
    if (takes !== undefined) change({ takes });
  } catch (error) {
    warn('takes', error);
  }
}
