import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GenerationRequest } from '@/lib/flow/request';
import type { Job } from '@/lib/jobs/job';
import { costOfAll, mostOf } from '@/lib/ledger/cost';
import { dispatch } from '@/lib/queue/dispatch';
import type { Ending, SubmitFault } from '../../fakes/fake-flow';
import { createWorld, type World } from '../../fakes/world';
import { SEED } from '../../house/seed';
import { ACCOUNT, core, uuid } from '../../samples/jobs';

type Command =
  | { readonly do: 'batch'; readonly ending: Ending }
  | { readonly do: 'live'; readonly rounds: number }
  | { readonly do: 'submit fault'; readonly fault: SubmitFault }
  | { readonly do: 'cancel' | 'forget' | 'revive'; readonly job: number }
  /** The background asks for the balance; the answer arrives when it likes, or never. */
  | { readonly do: 'ask' | 'hear' | 'show' }
  /** Time goes by at Flow: a minute, or a day and more, in which the machine sleeps. */
  | { readonly do: 'settle' | 'sleep' };

const ENDINGS: Ending[] = ['done', 'kept', 'returned', 'returned later'];
const FAULTS: SubmitFault[] = ['lost-before', 'lost-after', 'nothing', 'nothing-after', 'refused'];

const commands = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom(...ENDINGS).map<Command>((ending) => ({ do: 'batch', ending })),
    },
    {
      weight: 5,
      arbitrary: fc.integer({ min: 1, max: 3 }).map<Command>((rounds) => ({ do: 'live', rounds })),
    },
    {
      weight: 2,
      arbitrary: fc
        .constantFrom(...FAULTS)
        .map<Command>((fault) => ({ do: 'submit fault', fault })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom('cancel', 'forget', 'revive'), fc.nat(7))
        .map<Command>(([what, job]) => ({ do: what, job })),
    },
    {
      weight: 4,
      arbitrary: fc
        .constantFrom('ask', 'hear', 'show', 'settle', 'sleep')
        .map<Command>((what) => ({ do: what })),
    },
  ),
  { maxLength: 30, size: 'medium' },
);

/** Half of the batches cost twice as much as the others. */
const priceOf = ({ seed }: GenerationRequest): number => (seed % 2 === 0 ? 40 : 20);

function books() {
  const world = createWorld([], { gapMs: 0, atOnce: 3 }, priceOf);
  const { clock, disk, fake, ports, state } = world;
  const answers: { credits: number; askedAt: number }[] = [];

  async function carryOut(command: Command): Promise<void> {
    switch (command.do) {
      case 'batch': {
        const n = disk.size + 1;
        const request = { ...core(n).request, seed: n };
        const job: Job = { ...core(n), request, price: priceOf(request), state: 'waiting' };
        disk.set(job.id, job);
        fake.endings.push(command.ending);
        return;
      }
      case 'live':
        Object.assign(state, { hold: undefined, stoppedUntil: 0 });
        return world.live(command.rounds);
      case 'submit fault':
        fake.faults.push(command.fault);
        return;
      case 'cancel':
      case 'forget':
      case 'revive':
        await dispatch(ports, uuid(command.job + 1), { type: command.do });
        return;
      case 'ask':
        clock.now += 1;
        answers.push({ credits: fake.balance(ACCOUNT), askedAt: clock.now });
        return;
      case 'hear': {
        const answer = answers.shift();
        if (answer) await ports.session.setBalance(ACCOUNT, answer.credits, answer.askedAt);
        return;
      }
      case 'show':
        Object.assign(state.balances.get(ACCOUNT) ?? {}, { shown: 1 });
        return;
      case 'settle':
      case 'sleep':
        clock.now += 60_000;
        fake.settle();
        if (command.do === 'sleep') clock.now += 25 * 3_600_000;
    }
  }
  return { world, carryOut };
}

/** Of each job: never more for sure than Flow took, never less at most than Flow has kept. */
function judge({ disk, fake, ledger }: World): void {
  for (const id of disk.keys()) {
    const taken = fake.taken.find(({ request }) => request.sceneId === id);
    const gross = taken?.price ?? 0;
    const net = taken?.isReturned ? 0 : gross;
    const cost = costOfAll([...ledger.values()].filter(({ jobId }) => jobId === id));
    expect(cost.sure).toBeLessThanOrEqual(gross);
    expect(mostOf(cost)).toBeGreaterThanOrEqual(net);
    const job = disk.get(id);
    if (job?.state === 'failed' && job.failure.charged === 'no') expect(net).toBe(0);
  }
}

describe('judged by Flow’s own books', () => {
  it.each([1, 2, 3, 4, 5])(
    'the ledger says nothing sure that is too much, and nothing possible that is too little, part %i',
    async (part) => {
      await fc.assert(
        fc.asyncProperty(commands, async (list) => {
          const { world, carryOut } = books();
          for (const command of list) {
            await carryOut(command);
            judge(world);
          }
        }),
        { numRuns: 200, seed: SEED + part },
      );
    },
  );
});
