import fc from 'fast-check';
import { describe, it } from 'vitest';
import { ACCOUNTS } from '../../fakes/world-ports';
import { SEED } from '../../house/seed';
import { CHANGES, type Command, FAULTS, MEDDLING, STATUS_FAULTS, WANTED } from './commands';
import { judge } from './judge';
import { PAST_FAULTS } from './past-faults';

const index = fc.nat(9);
const commands = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.constant<Command>({ do: 'batch' }) },
    { weight: 1, arbitrary: fc.constant<Command>({ do: 'wish at once' }) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom(1, 2), fc.constantFrom(...ACCOUNTS), fc.boolean())
        .map<Command>(([seed, account, isPriced]) => ({ do: 'batch', seed, account, isPriced })),
    },
    {
      weight: 5,
      arbitrary: fc
        .tuple(fc.integer({ min: 1, max: 4 }), fc.boolean())
        .map<Command>(([rounds, together]) => ({ do: 'live', rounds, together })),
    },
    {
      weight: 3,
      arbitrary: fc.integer({ min: 1, max: 25 }).map<Command>((point) => ({ do: 'crash', point })),
    },
    {
      weight: 3,
      arbitrary: fc
        .constantFrom(...FAULTS)
        .map<Command>((fault) => ({ do: 'submit fault', fault })),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(...STATUS_FAULTS)
        .map<Command>((kind) => ({ do: 'status fault', kind })),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(1000, 60_000, 3_600_000, 86_400_000)
        .map<Command>((ms) => ({ do: 'back', ms })),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(1000, 60_000, 3_600_000, 86_400_000)
        .map<Command>((ms) => ({ do: 'sleep', ms })),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom(...WANTED), index)
        .map<Command>(([what, job]) => ({ do: what, job })),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom(...MEDDLING), index, fc.integer({ min: 1, max: 15 }))
        .map<Command>(([what, job, point]) => ({ do: 'meddle', what, job, point })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.integer({ min: 1, max: 15 }), fc.integer({ min: 1, max: 3 }))
        .map<Command>(([point, writes]) => ({ do: 'full', point, writes })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom(...CHANGES), index)
        .map<Command>(([what, job]) => ({ do: what, job })),
    },
  ),
  { maxLength: 40, size: 'medium' },
);

/**
 * Two thousand runs in parts that each stay far from the time limit of a test on a loaded machine;
 * more by hand.
 */
const PARTS = Array.from({ length: 10 }, (_, index) => index + 1);
const RUNS_OF_A_PART = Number(process.env.MODEL_RUNS ?? 2000) / PARTS.length;

describe('whatever happens in whatever order', () => {
  it.each(PARTS)(
    'no job is lost, none is paid twice, and the ledger tells the truth, part %i',
    async (part) => {
      await fc.assert(fc.asyncProperty(commands, judge), {
        numRuns: RUNS_OF_A_PART,
        seed: SEED + part,
      });
    },
    RUNS_OF_A_PART * 600,
  );

  it.each(PAST_FAULTS.map(({ fault, commands }) => [fault, commands] as const))(
    'the list that catches a fault is judged well without it: %s',
    (_, commands) => judge(commands),
  );
});
