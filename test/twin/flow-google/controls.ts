import type { Call, Rpc } from '../exchange';
import type { State } from '../state';
import { PROJECTS } from '../world';
import type { Ordered } from './orders';

export type { Ordered };

// What a test may do with flow.google.com, and what it can look at.
export interface FlowGoogleControls {
  pageUrl(projectKey?: string, place?: string): string; // place: `/edit/<workflow>`, `/scene/<scene>`, `?calls=…`
  idOf(name: string): string; // of a call, in the present build
  answer(name: string, ordered: Ordered, times?: number): () => void; // one call by its name; gives back what ends it
  rpcs(): readonly (Rpc & { call: Call })[]; // every call of every request so far, with the request that it came in
}

const ORIGIN = 'https://flow.google.com';

export function createControls({ flowGoogle }: State, calls: readonly Call[]): FlowGoogleControls {
  return {
    pageUrl(projectKey, place = '') {
      if (projectKey === undefined) return `${ORIGIN}/${place}`;
      const found = Object.entries(PROJECTS).find(([key]) => key === projectKey);
      if (!found) throw new Error(`No project ${projectKey} in the twin's world`);
      return `${ORIGIN}/project/${found[1].id}${place}`;
    },
    idOf: (name) => flowGoogle.builds.current().idOf(name),
    answer: (name, ordered, times) => flowGoogle.orders.add(name, ordered, times),
    rpcs: () => calls.flatMap((call) => (call.rpcs ?? []).map((rpc) => ({ ...rpc, call }))),
  };
}
