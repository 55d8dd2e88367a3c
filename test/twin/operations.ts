import { randomBytes } from 'node:crypto';
import type { TwinClock } from './clock';
import type { Media } from './media';
import type { Failure } from './mishaps';
import type { Work } from './models';
import type { World } from './world';

type Word = 'PENDING' | 'ACTIVE' | 'SUCCESSFUL' | 'FAILED' | 'CANCELED';
type Status = `MEDIA_GENERATION_STATUS_${Word}`;

export interface Operation {
  name: string;
  action: Work;
  account: string;
  projectId: string;
  sceneId: string;
  startedAt: number;
  endsAt: number; // infinite while its work is held
  result: Media;
  failure?: Failure;
  readonly status: Status;
}

type Start = Pick<Operation, 'action' | 'account' | 'sceneId' | 'result' | 'failure'>;

export interface Operations {
  start(about: Start): Operation;
  get(name: string): Operation | undefined;
  making(mediaKey: string): Operation | undefined; // by the key of its result; the latest of them
  unfinished(projectId: string): Operation[]; // running, or failed
  hold(action?: Work): () => void; // what is started from now on runs until what it gives back is called
  settle(): void; // lets every finished operation's clip join its project
}

interface Hold {
  action: Work | undefined;
  held: Operation[];
}

export function createOperations(
  clock: TwinClock,
  world: World,
  durations: Partial<Record<Work, number>>,
): Operations {
  const started = new Map<string, Operation>();
  const holds = new Set<Hold>();
  const isFree = (operation: Operation) => ![...holds].some(({ held }) => held.includes(operation));
  return {
    start(about) {
      // Two upsamples of one clip at the same time end in one and the same clip.
      const same = [...started.values()].find(
        ({ result }) => result.mediaKey === about.result.mediaKey,
      );
      const operation: Operation = {
        ...about,
        result: same?.result ?? about.result,
        name: randomBytes(16).toString('hex'),
        projectId: about.result.projectId,
        startedAt: clock.now(),
        endsAt: clock.now() + (durations[about.action] ?? 0),
        get status(): Status {
          const now = clock.now();
          const pendingMs = (this.endsAt - this.startedAt) / 4;
          if (now - this.startedAt < pendingMs && Number.isFinite(pendingMs))
            return 'MEDIA_GENERATION_STATUS_PENDING';
          if (now < this.endsAt) return 'MEDIA_GENERATION_STATUS_ACTIVE';
          if (this.failure) return `MEDIA_GENERATION_STATUS_${this.failure.word ?? 'FAILED'}`;
          return 'MEDIA_GENERATION_STATUS_SUCCESSFUL';
        },
      };
      for (const { action, held } of holds)
        if (action === undefined || action === operation.action) held.push(operation);
      if (!isFree(operation)) operation.endsAt = Number.POSITIVE_INFINITY;
      started.set(operation.name, operation);
      return operation;
    },
    get: (name) => started.get(name),
    making: (mediaKey) =>
      [...started.values()].findLast(({ result }) => result.mediaKey === mediaKey),
    unfinished: (projectId) =>
      [...started.values()].filter(
        (each) =>
          each.projectId === projectId && each.status !== 'MEDIA_GENERATION_STATUS_SUCCESSFUL',
      ),
    hold(action) {
      const hold: Hold = { action, held: [] };
      holds.add(hold);
      return () => {
        holds.delete(hold);
        for (const operation of hold.held)
          if (isFree(operation)) operation.endsAt = Math.min(operation.endsAt, clock.now());
      };
    },
    settle() {
      for (const { status, result, endsAt } of started.values()) {
        if (status !== 'MEDIA_GENERATION_STATUS_SUCCESSFUL') continue;
        if (world.media.some(({ mediaKey }) => mediaKey === result.mediaKey)) continue;
        world.media.push({ ...result, createdAt: endsAt });
      }
    },
  };
}
