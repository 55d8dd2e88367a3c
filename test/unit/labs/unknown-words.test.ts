import { expect, it } from 'vitest';
import { observationOf } from '@/lib/labs/observation';
import { CREDITS_URL, STATUS_URL, SUBMIT_URL } from '@/lib/labs/urls';

const SUBMIT = 'https://aisandbox-pa.googleapis.com/v1/video:batchAsyncGenerateVideo';
const unknownIn = (url: string, body: object, status = 200) =>
  observationOf({ url, status, requestBody: '{}', body: JSON.stringify(body) }, 1000).unknown;
const operation = (status: string) => ({ operation: { name: status }, status });

it.each([
  ['a known state', STATUS_URL, { operations: [operation('MEDIA_GENERATION_STATUS_ACTIVE')] }, []],
  [
    'states that are not known, each once',
    STATUS_URL,
    {
      operations: ['RESTING', 'FAILED', 'RESTING'].map((word) =>
        operation(`MEDIA_GENERATION_STATUS_${word}`),
      ),
    },
    ['MEDIA_GENERATION_STATUS_RESTING'],
  ],
  ['a plan', CREDITS_URL, { userPaygateTier: 'PAYGATE_TIER_FOUR' }, ['PAYGATE_TIER_FOUR']],
  ['a known plan', CREDITS_URL, { userPaygateTier: 'PAYGATE_TIER_TWO' }, []],
  ['a known call', SUBMIT_URL.extend, { operations: [] }, []],
  ['a call', `${SUBMIT}Hologram?alt=json`, { operations: [] }, ['batchAsyncGenerateVideoHologram']],
  [
    'what is no name, but content',
    STATUS_URL,
    { operations: [operation('A kite over a dune'), operation('x'.repeat(200))] },
    [],
  ],
])(
  'of a call of the page with %s the names are told that mean nothing here',
  (_, url, body, expected) => {
    expect(unknownIn(url, body)).toEqual(expected);
  },
);
