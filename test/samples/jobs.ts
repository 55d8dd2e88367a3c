import type { Media } from '@/lib/flow/media';
import { encodeMediaId } from '@/lib/flow/media-id';
import type { JobCore, JobIn, JobState } from '@/lib/jobs/job';

export const PROJECT = 'a8a1a6c5-1c86-4c0f-8a42-5d1f2e3b4c5d';
export const ACCOUNT = 'account-of-ada';
export const OPERATION = '0123456789abcdef0123456789abcdef';

export const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export const clip = (n: number, own: Partial<Media> = {}): Media => ({
  id: encodeMediaId({ kind: 'video', projectId: PROJECT, workflowId: uuid(n), mediaKey: uuid(n) }),
  key: uuid(n),
  kind: 'video',
  projectId: PROJECT,
  title: `Clip ${n}`,
  aspect: 'landscape',
  frames: 192,
  seenAt: 0,
  ...own,
});

export const image = (n: number, own: Partial<Media> = {}): Media => ({
  id: encodeMediaId({ kind: 'image', workflowId: uuid(n), mediaKey: uuid(n) }),
  key: uuid(n),
  kind: 'image',
  projectId: PROJECT,
  title: `Image ${n}`,
  seenAt: 0,
  ...own,
});

export const core = (n = 1): JobCore => ({
  id: uuid(n),
  batchId: uuid(900),
  createdAt: n,
  account: ACCOUNT,
  request: {
    action: 'reshoot',
    projectId: PROJECT,
    tier: 'ultra',
    aspect: 'landscape',
    modelKey: 'veo_3_0_reshoot_landscape',
    seed: 7,
    sceneId: uuid(n),
    mediaId: clip(1).id,
    move: 'UP',
  },
  title: 'Witch lands',
  sourceId: clip(1).id,
  price: 20,
});

export const waiting = (n = 1): JobIn<'waiting'> => ({ ...core(n), state: 'waiting' });

const lost = { kind: 'network', charged: 'unknown' } as const;

/** One job in each state, sent at 1000 and ended at 2000. */
export const JOBS: { [State in JobState]: JobIn<State> } = {
  waiting: waiting(),
  submitting: { ...core(), state: 'submitting', sentAt: 1000 },
  running: {
    ...core(),
    state: 'running',
    sentAt: 1000,
    operation: OPERATION,
    status: 'PENDING',
    deadlineAt: 2500,
  },
  done: {
    ...core(),
    state: 'done',
    sentAt: 1000,
    endedAt: 2000,
    result: { mediaId: clip(2).id, operation: OPERATION, hasFile: false },
  },
  failed: { ...core(), state: 'failed', sentAt: 1000, endedAt: 2000, failure: lost },
  cancelled: { ...core(), state: 'cancelled', endedAt: 2000, was: 'waiting' },
  unknown: { ...core(), state: 'unknown', sentAt: 1000, failure: lost },
};
