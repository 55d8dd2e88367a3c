import type { Mishap } from '../twin/twin';
import { type Chance, createChance } from './random';

type Kind = 'submit' | 'status';
type Fault = readonly [name: string, mishap: Mishap];

const refuse = (
  code: number,
  status: string,
  more: { reason?: string; retryAfter?: number } = {},
) => ({ refuse: { code, status, ...more } }) satisfies Mishap;

const BOTH: readonly Fault[] = [
  ['500', refuse(500, 'INTERNAL')],
  ['503', refuse(503, 'UNAVAILABLE')],
  ['429, Retry-After 2', refuse(429, 'RESOURCE_EXHAUSTED', { retryAfter: 2 })],
  ['cut before', { cut: 'before' }],
  ['cut after', { cut: 'after' }],
  ['half a JSON', { body: 'half' }],
  ['HTML', { body: 'html' }],
  ['empty body', { body: 'empty' }],
  ['500 after all', { body: 'error' }],
];

const FAULTS: Record<Kind, readonly [Fault, ...Fault[]]> = {
  submit: [
    ['400', refuse(400, 'INVALID_ARGUMENT')],
    ['404', refuse(404, 'NOT_FOUND')],
    [
      '403 model access',
      refuse(403, 'PERMISSION_DENIED', { reason: 'PUBLIC_ERROR_MODEL_ACCESS_DENIED' }),
    ],
    ['429 quota', refuse(429, 'RESOURCE_EXHAUSTED', { reason: 'PUBLIC_ERROR_USER_QUOTA_REACHED' })],
    ['FAILED', { fail: { code: 3, message: 'PUBLIC_ERROR_UNSAFE_GENERATION' } }],
    ['CANCELED', { fail: { code: 1, message: 'Canceled', word: 'CANCELED' } }],
    ...BOTH,
  ],
  status: [
    ['unknown word', { word: 'MEDIA_GENERATION_STATUS_DREAMING' }],
    ['operations missing', { operations: 'missing' }],
    ['operations extra', { operations: 'extra' }],
    ['operations doubled', { operations: 'doubled' }],
    ['reset after', { reset: 'after' }],
    ...BOTH,
  ],
};

export interface Weather {
  next(kind: Kind): Mishap | undefined;
  calm(): void; // no more faults
  readonly faults: ReadonlyMap<string, number>;
  readonly calls: number;
}

/** Lets a share of the calls go wrong, the same ones for the same seed and order of calls. */
export function createWeather(seed: number, share: number): Weather {
  const chances: Record<Kind, Chance> = {
    submit: createChance(seed),
    status: createChance(seed + 1),
  };
  const faults = new Map<string, number>();
  let calls = 0;
  let isCalm = false;
  return {
    next(kind) {
      calls += 1;
      const chance = chances[kind];
      if (chance.next() >= share || isCalm) return undefined;
      const [name, mishap] = chance.pick(FAULTS[kind]);
      faults.set(`${kind}: ${name}`, (faults.get(`${kind}: ${name}`) ?? 0) + 1);
      return mishap;
    },
    calm() {
      isCalm = true;
    },
    faults,
    get calls() {
      return calls;
    },
  };
}
