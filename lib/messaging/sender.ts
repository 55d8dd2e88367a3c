import { ownId, ownUrl } from '@/lib/browser/extension';
import { flowPageOf } from '@/lib/sites/flow-page';

/** The part of a message's sender that decides what it may do. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  /** `prerender` for a page that nobody has opened yet; absent in Firefox. */
  readonly documentLifecycle?: string | undefined;
  readonly tab?:
    | { readonly id?: number | undefined; readonly url?: string | undefined }
    | undefined;
}

/** A page of this extension: popup, options, side panel. */
export const isOwnPage = (sender: Sender): boolean =>
  sender.id === ownId() && sender.url?.startsWith(ownUrl()) === true;

/** The content script in the top frame of a Flow tab. */
export const isFlowFrame = (sender: Sender): boolean =>
  sender.id === ownId() &&
  sender.frameId === 0 &&
  (sender.documentLifecycle === undefined || sender.documentLifecycle === 'active') &&
  sender.tab?.id !== undefined &&
  flowPageOf(sender.url) !== undefined;
