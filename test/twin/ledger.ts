import type { Work } from './models';

// One entry for each accepted item of a submit.
export interface Submit {
  at: number;
  site: 'labs.google' | 'flow.google.com';
  action: Work;
  account: string;
  projectId: string;
  sceneId: string;
  seed: number;
  modelKey: string;
  mediaIds: string[];
  move?: string;
  startFrameIndex?: number;
  endFrameIndex?: number;
  prompt?: string;
  operationName?: string; // none where the answer was the finished clip
  price: number;
  balanceAfter: number;
  headers: Record<string, string>;
  body: unknown;
}
