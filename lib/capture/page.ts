import { post, stringify } from './natives';
import type { Observation } from './observation';
import { observeFetch } from './observe-fetch';
import { observeXhr } from './observe-xhr';
import { takePort } from './port';

/**
 * Starts observing in the page's own world, before its first script. Only observes: the page's
 * calls, promises and errors stay its own, and nothing of ours is left where it could look.
 */
export function observePage(): void {
  const port = takePort();
  if (!port) return;
  const observe = (observation: Observation) => post(port, stringify(observation));
  observeFetch(observe);
  observeXhr(observe);
}
