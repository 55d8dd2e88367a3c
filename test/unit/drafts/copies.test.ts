import { describe, expect, it } from 'vitest';
import { copiesOf } from '@/lib/drafts/copies';
import { UPSCALED } from '@/lib/flow/media';
import { clip, uuid } from '../../samples/jobs';

const [one, two, copyOfOne] = [clip(1), clip(2), clip(3, { key: uuid(1) + UPSCALED })];
const CLIPS = [one, two, copyOfOne];

describe('what is known of 1080p copies', () => {
  it('is read from the clips of the project', () => {
    expect(Object.fromEntries(copiesOf(CLIPS, []))).toEqual({
      [one.id]: 'has',
      [copyOfOne.id]: 'is',
    });
  });

  it.each([
    ['waiting', 'making'],
    ['submitting', 'making'],
    ['running', 'making'],
    ['done', 'has'],
    ['failed', undefined],
    ['cancelled', undefined],
    ['unknown', undefined],
  ] as const)('counts a job that is %s as %s', (state, copy) => {
    expect(copiesOf(CLIPS, [{ sourceId: two.id, state }]).get(two.id)).toBe(copy);
  });

  it('is a finished copy where one is made once more', () => {
    const again = [
      { sourceId: two.id, state: 'done' },
      { sourceId: two.id, state: 'running' },
    ] as const;
    expect(copiesOf(CLIPS, again).get(two.id)).toBe('has');
    expect(copiesOf(CLIPS, again.toReversed()).get(two.id)).toBe('has');
    expect(copiesOf(CLIPS, [{ sourceId: one.id, state: 'running' }]).get(one.id)).toBe('has');
  });
});
