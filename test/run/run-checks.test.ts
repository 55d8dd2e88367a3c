import { expect, it } from 'vitest';
import { summary } from './run-checks';

const test = (name: string, ms: number) => ({ name, ms });

it('at the end stand the time of each part, the five slowest tests of all, and the counts alone', () => {
  const lines = summary(
    [
      { name: 'types', passed: 1, failed: 0, ms: 640 },
      {
        ...{ name: 'unit tests', passed: 3, failed: 1, ms: 21_000 },
        times: [test('a', 10), test('b', 400), test('c', 30), test('d', 20)],
      },
      {
        ...{ name: 'end to end', passed: 2, failed: 0, ms: 342_000 },
        times: [test('e', 9000), test('f', 189_000)],
      },
    ],
    364_000,
  );
  expect(lines).toEqual([
    'Took 6 min 4 s: types 0.6 s, unit tests 21.0 s, end to end 342.0 s.',
    'The slowest tests:',
    '  189.0 s f',
    '    9.0 s e',
    '    0.4 s b',
    '    0.0 s c',
    '    0.0 s d',
    '6 passed, 1 failed',
  ]);
});

it('only the parts are named where no part has single tests', () => {
  expect(summary([{ name: 'types', passed: 1, failed: 0, ms: 59_990 }], 59_990)).toEqual([
    'Took 1 min 0 s: types 60.0 s.',
    '1 passed, 0 failed',
  ]);
});
