import type { Failure } from '@/lib/flow/failure';
import type { Media } from '@/lib/flow/media';
import { encodeMediaId } from '@/lib/flow/media-id';
import type { OperationState } from '@/lib/flow/operation-state';
import type { GenerationRequest } from '@/lib/flow/request';
import type { FlowPort, SubmitOutcome } from '@/lib/labs/client';
import { uuid } from '../samples/jobs';

/** What becomes of the next submit. `…-after`: taken and charged, but the answer does not say so. */
export type SubmitFault =
  | 'lost-before'
  | 'lost-after'
  | 'server-after'
  | 'nothing-after'
  | Failure['kind'];

const POLLS_UNTIL_DONE = 2;
const PRICE = 20;

interface Taken {
  readonly request: GenerationRequest;
  /** Whose token came with it. */
  readonly account: string;
  readonly name: string;
  readonly media: Media;
  polls: number;
  readonly price: number;
  readonly ending: Ending;
  isReturned: boolean;
}

/** How a generation ends, and whether Flow gives its price back: with the answer, or some time later. */
export type Ending = 'done' | 'kept' | 'returned' | 'returned later';

/** Tokens begin with the account that they are of. */
const ownerOf = (token: string): string => token.split(' ')[0] ?? '';

/** Flow as far as the queue can tell: takes requests, charges, finishes, and keeps its own books. */
export function createFakeFlow(
  now: () => number,
  priceOf: (request: GenerationRequest) => number = () => PRICE,
) {
  /** How the next ones that are taken end; done, where none is left. */
  const endings: Ending[] = [];
  const taken: Taken[] = [];
  const faults: SubmitFault[] = [];
  const statusFaults: Failure[] = [];
  const balances = new Map<string, number>();
  const balanceOf = (account: string): number => balances.get(account) ?? 10_000;
  const add = (account: string, credits: number): void => {
    balances.set(account, balanceOf(account) + credits);
  };

  const refusal = (kind: Failure['kind']): SubmitOutcome => ({
    type: 'failed',
    failure: { kind, charged: 'no' },
  });
  const loss = (kind: 'network' | 'unreadable' | 'server'): SubmitOutcome => ({
    type: 'failed',
    failure: { kind, charged: 'unknown' },
  });

  const nothing = (account: string): SubmitOutcome => ({
    type: 'nothing',
    balance: balanceOf(account),
  });

  function take(request: GenerationRequest, account: string): SubmitOutcome {
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
    const price = priceOf(request);
    const ending = endings.shift() ?? 'done';
    taken.push({ request, account, name, media, polls: 0, price, ending, isReturned: false });
    add(account, -price);
    const { sceneId } = request;
    const operation: OperationState = { name, sceneId, status: 'PENDING', progress: 'running' };
    return { type: 'answered', operation, balance: balanceOf(account) };
  }

  function giveBack(each: Taken): void {
    if (each.isReturned) return;
    each.isReturned = true;
    add(each.account, each.price);
  }

  const flow: FlowPort = {
    async submit(request, { token }) {
      const account = ownerOf(token);
      const fault = faults.shift();
      if (fault === undefined) return take(request, account);
      if (fault === 'lost-before') return loss('network');
      if (fault === 'server') return loss('server');
      if (fault === 'server-after' || fault === 'nothing-after') {
        take(request, account);
        return fault === 'server-after' ? loss('server') : nothing(account);
      }
      if (fault === 'nothing') return nothing(account);
      if (fault === 'lost-after' || fault === 'unreadable') {
        take(request, account);
        return loss(fault === 'unreadable' ? 'unreadable' : 'network');
      }
      return refusal(fault);
    },
    async status(operations, { token }) {
      const failure = statusFaults.shift();
      if (failure) return { type: 'failed', failure };
      const states = operations.map(({ name, sceneId }): OperationState => {
        const found = taken.find((each) => each.name === name);
        if (!found) throw new Error(`Flow never named ${name}`);
        if (found.account !== ownerOf(token)) throw new Error(`${name} is of ${found.account}`);
        found.polls++;
        const ended = found.polls > POLLS_UNTIL_DONE;
        const done = ended && found.ending === 'done';
        if (ended && !done) {
          if (found.ending === 'returned') giveBack(found);
          return { name, sceneId, status: 'FAILED', progress: 'failed' };
        }
        return {
          name,
          sceneId,
          status: done ? 'SUCCESSFUL' : 'ACTIVE',
          progress: done ? 'done' : 'running',
          ...(done && { media: found.media, mediaId: found.media.id }),
        };
      });
      return { type: 'answered', operations: states, balance: balanceOf(ownerOf(token)) };
    },
  };

  return {
    flow,
    taken: taken as readonly Taken[],
    faults,
    statusFaults,
    endings,
    /** Time goes by at Flow: all has ended, and what is to be given back is, whoever still asks. */
    settle: () => {
      for (const each of taken) {
        each.polls = POLLS_UNTIL_DONE;
        if (each.ending.startsWith('returned')) giveBack(each);
      }
    },
    price: PRICE,
    balance: balanceOf,
    /** The project's list: every clip that Flow has made in it so far. */
    list: (projectId: string): Media[] =>
      taken
        .filter(({ ending, media }) => ending === 'done' && media.projectId === projectId)
        .map(({ media }) => ({ ...media, firstSeenAt: now() })),
  };
}
