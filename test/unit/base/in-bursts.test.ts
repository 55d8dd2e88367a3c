import { expect, it } from 'vitest';
import { inBursts } from '@/lib/base/in-bursts';

/** A step that ends when it is told to. */
function createStep() {
  const ends: ((error?: Error) => void)[] = [];
  const failures: unknown[] = [];
  const step = () =>
    new Promise<void>((done, fail) => {
      ends.push((error) => (error ? fail(error) : done()));
    });
  return { ends, failures, want: inBursts(step, (error) => failures.push(error)) };
}

const turn = () => new Promise((go) => setImmediate(go));

it('a step in bursts runs at once, and once more for all that is wanted meanwhile', async () => {
  const { ends, want } = createStep();
  want();
  expect(ends).toHaveLength(1);
  want();
  want();
  want();
  expect(ends).toHaveLength(1);
  ends[0]?.();
  await turn();
  expect(ends).toHaveLength(2);
  ends[1]?.();
  await turn();
  expect(ends).toHaveLength(2);
  want();
  expect(ends).toHaveLength(3);
});

it('a step in bursts that failed is told to the log, and the next one runs', async () => {
  const { ends, failures, want } = createStep();
  want();
  want();
  const refused = new Error('refused');
  ends[0]?.(refused);
  await turn();
  expect(failures).toEqual([refused]);
  expect(ends).toHaveLength(2);
});
