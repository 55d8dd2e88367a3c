import { warn } from '@/lib/base/log';
import { openSidePanel } from '@/lib/browser/side-panel';

/** Opens the side panel of this window and closes the popup. To be called in the click itself. */
export function openPanel(): void {
  openSidePanel().then(close, (error: unknown) => warn('panel', error));
}
