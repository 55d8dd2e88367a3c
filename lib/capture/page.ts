import { hideObservers } from './in-place';
import { apply, attempt, postMessage } from './natives';
import { observeFetch } from './observe-fetch';
import { observeXhr } from './observe-xhr';
import { type Observe, pack } from './packed-call';
import { takePort } from './port';

/**
 * Starts observing in the page's own world, before its first script. Only observes: the page's
 * calls, answers and errors stay its own, and nothing of ours is left where it could look.
 */
export function observePage(): void {
  const port = takePort();
  if (!port) return;
  const observe: Observe = (seen) => {
    // A list of what is handed over is read by its numbers: no iterator of the page is asked.
    attempt(() => apply(postMessage, port, pack(seen)));
  };
  observeFetch(observe);
  observeXhr(observe);
  hideObservers();
}
