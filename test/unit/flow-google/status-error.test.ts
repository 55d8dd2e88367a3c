import { expect, it } from 'vitest';
import { readStatusError } from '@/lib/flow-google/status-error';

it.each([
  [
    [4, [3, 'PUBLIC_ERROR_UNSAFE_GENERATION'], ['PROMINENT_PERSON']],
    { code: 3, reason: 'PUBLIC_ERROR_UNSAFE_GENERATION', message: 'PROMINENT_PERSON' },
  ],
  [[4, [3, 'PUBLIC_ERROR_AUDIO_FILTERED']], { code: 3, reason: 'PUBLIC_ERROR_AUDIO_FILTERED' }],
  [[4, [null, 'Media not found.'], ['Media not found.']], { message: 'Media not found.' }],
  [
    [4, [5], ['NOT_THERE', 'PUBLIC_ERROR_X']],
    { code: 5, reason: 'PUBLIC_ERROR_X', message: 'NOT_THERE' },
  ],
  [[4, [13, 'trace\nof servers']], { code: 13, reason: 'INTERNAL' }],
  [[4, ['3', 7], [null, 'WORD', {}]], { message: 'WORD' }],
  [[4, [3, 'One line.\nAnother.']], { code: 3, message: 'One line.' }],
  [[4, [3, 'x'.repeat(500)]], { code: 3, message: `${'x'.repeat(200)}…` }],
  [[4], undefined],
  [[4, 'odd', 'odd'], undefined],
  [[4, [], []], undefined],
  [null, undefined],
])('of the status %j the error is %j', (status, error) => {
  expect(readStatusError(status)).toEqual(error);
});
