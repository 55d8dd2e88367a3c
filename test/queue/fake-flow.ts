import type { Failure } from '@/lib/flow/failure';
import type { Media } from '@/lib/flow/media';
import { encodeMediaId } from '@/lib/flow/media-id';
import type { OperationState } from '@/lib/flow/operations-reply';
import type { GenerationRequest } from '@/lib/flow/request';
import type { FlowPort, SubmitOutcome } from '@/lib/queue/ports';
import { uuid } from '../job/sample-jobs';

/** What becomes of the next submit. `lost-after`: taken and charged, but the answer never comes. */
export type SubmitFault = 'lost-before' | 'lost-after' | 'unreadable' | Failure['kind'];

const POLLS_UNTIL_DONE = 2;
const PRICE = 20;

interface Taken {
  readonly request: GenerationRequest;
  readonly name: string;
  readonly media: Media;
  polls: number;
}

/** Flow as far as the queue can tell: takes requests, charges, finishes, and keeps its own books. */
export function createFakeFlow(now: () => number) {
  const taken: Taken[] = [];
  const faults: SubmitFault[] = [];
  const statusFaults: Failure[] = [];
  let balance = 10_000;

  const refusal = (kind: Failure['kind']): SubmitOutcome => ({
    type: 'failed',
    failure: { kind, charged: 'no' },
  });
  const loss = (kind: 'network' | 'unreadable'): SubmitOutcome => ({
    type: 'failed',
    failure: { kind, charged: 'unknown' },
  });

  function take(request: GenerationRequest): SubmitOutcome {
    const key = uuid(5000 + taken.length);
    const id = encodeMediaId({
      kind: 'video',
      projectId: request.projectId,
      workflowId: key,
      mediaKey: key,
    });
    const media: Media = {
      id,
      key,
      kind: 'video',
      projectId: request.projectId,
      title: '',
      aspect: request.aspect,
      seed: request.seed,
      model: request.modelKey,
      seenAt: now(),
    };
    const name = `operation-${taken.length}`;
    taken.push({ request, name, media, polls: 0 });
    balance -= PRICE;
    const { sceneId } = request;
    const operation: OperationState = { name, sceneId, status: 'PENDING', progress: 'running' };
    return { type: 'answered', operation, balance };
  }

  const flow: FlowPort = {
    async submit(request) {
      const fault = faults.shift();
      if (fault === undefined) return take(request);
      if (fault === 'lost-before') return loss('network');
      if (fault === 'lost-after' || fault === 'unreadable') {
        take(request);
        return loss(fault === 'unreadable' ? 'unreadable' : 'network');
      }
      return refusal(fault);
    },
    async status(operations) {
      const failure = statusFaults.shift();
      if (failure) return { type: 'failed', failure };
      const states = operations.map(({ name, sceneId }): OperationState => {
        const found = taken.find((each) => each.name === name);
        if (!found) throw new Error(`Flow never named ${name}`);
        found.polls++;
        const done = found.polls > POLLS_UNTIL_DONE;
        return {
          name,
          sceneId,
          status: done ? 'SUCCESSFUL' : 'ACTIVE',
          progress: done ? 'done' : 'running',
          ...(done && { media: found.media, mediaId: found.media.id }),
        };
      });
      return { type: 'answered', operations: states, balance };
    },
  };

  return {
    flow,
    taken: taken as readonly Taken[],
    faults,
    statusFaults,
    price: PRICE,
    balance: () => balance,
    /** The project's list: every clip that Flow has made so far. */
    list: (): Media[] => taken.map(({ media }) => ({ ...media, firstSeenAt: now() })),
  };
}
