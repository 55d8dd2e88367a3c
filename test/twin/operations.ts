import { randomBytes } from 'node:crypto';
import type { TwinClock } from './clock';
import type { Media } from './media';
import type { Failure } from './mishaps';
import type { Action } from './models';
import type { World } from './world';

type Word = 'PENDING' | 'ACTIVE' | 'SUCCESSFUL' | 'FAILED' | 'CANCELED';
type Status = `MEDIA_GENERATION_STATUS_${Word}`;

export interface Operation {
  name: string;
  action: Action;
  account: string;
  projectId: string;
  sceneId: string;
  startedAt: number;
  durationMs: number;
  result: Media;
  failure?: Failure;
  readonly status: Status;
}

type Start = Pick<Operation, 'action' | 'account' | 'sceneId' | 'result' | 'failure'>;

export interface Operations {
  start(about: Start): Operation;
  get(name: string): Operation | undefined;
  settle(): void; // lets every finished operation's clip join its project
}

const DURATION_MS = 4000;

export function createOperations(
  clock: TwinClock,
  world: World,
  durations: Partial<Record<Action, number>>,
): Operations {
  const started = new Map<string, Operation>();
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
        durationMs: durations[about.action] ?? DURATION_MS,
        get status(): Status {
          const share = (clock.now() - this.startedAt) / this.durationMs;
          if (share < 0.25) return 'MEDIA_GENERATION_STATUS_PENDING';
          if (share < 1) return 'MEDIA_GENERATION_STATUS_ACTIVE';
          if (this.failure) return `MEDIA_GENERATION_STATUS_${this.failure.word ?? 'FAILED'}`;
          return 'MEDIA_GENERATION_STATUS_SUCCESSFUL';
        },
      };
      started.set(operation.name, operation);
      return operation;
    },
    get: (name) => started.get(name),
    settle() {
      for (const { status, result, startedAt, durationMs } of started.values()) {
        if (status !== 'MEDIA_GENERATION_STATUS_SUCCESSFUL') continue;
        if (world.media.some(({ mediaKey }) => mediaKey === result.mediaKey)) continue;
        world.media.push({ ...result, createdAt: startedAt + durationMs });
      }
    },
  };
}
