import { describe, expect, it } from 'vitest';
import { parseSubmit } from '@/lib/flow-google/replies/generations';
import { startedOf } from '@/lib/flow-google/started';
import { BOAT, google, IMAGE, NEXT, PROJECT, TWIN, withAt } from './samples';

const submit = google('submit');
const started = (payload: unknown, call?: Parameters<typeof startedOf>[1]) =>
  startedOf(parseSubmit(payload), call);

describe('what a submit of the page has started', () => {
  it('is told by its records', () => {
    const [first, second] = started(submit);
    expect(first).toEqual({
      action: 'extend',
      operation: NEXT,
      mediaId: NEXT,
      projectId: PROJECT,
      batchId: '6BCFC92F-C886-5384-B4DD-132FCDB5A5F6',
      prompt: 'The boat drifts under the bridge',
      model: 'veo_3_1_extension_lite',
      aspect: 'landscape',
      seed: 2087,
      sourceIds: [BOAT, IMAGE],
    });
    expect(second).toMatchObject({ operation: TWIN, batchId: first?.batchId, seed: 2088 });
  });

  it.each([
    ['startImage', 'frames'],
    ['startEndImage', 'frames'],
    ['references', 'references'],
    ['extend', 'extend'],
    ['edit', 'edit'],
    ['upscale', 'upscale'],
    ['text', 'text'],
    ['experimental', 'other'],
    [undefined, 'other'],
  ] as const)('by the call %s is %s where its record does not say it', (call, action) => {
    const mute = withAt(submit, [3, 0, 5, 6], null);
    // Nor does the model beside the file, for that may be any.
    expect(started(withAt(mute, [3, 0, 5, 6, 1, 0], ['veo', 9]), call)[0]?.action).toBe(action);
  });

  it('says what it was by its record, whatever the call', () => {
    expect(started(submit, 'edit')[0]?.action).toBe('extend');
  });

  it('has no batch where no tile says it', () => {
    for (const odd of [null, [], 'tiles'])
      expect(started(withAt(submit, [2], odd))[0]).not.toHaveProperty('batchId');
    expect(started(withAt(submit, [2, 0, 3, 5], 'batch'))[0]).not.toHaveProperty('batchId');
    expect(started(withAt(submit, [2, 0, 3, 5], 'batch'))[1]).toHaveProperty('batchId');
  });

  it('is no image, and no more than the page can start', () => {
    const image = withAt(withAt(submit, [3, 0, 7], null), [3, 0, 5, 6, 1, 0, 0], 'NARWHAL');
    expect(started(image).map(({ operation }) => operation)).toEqual([TWIN]);
    const { records, workflows } = parseSubmit(submit);
    const many = Array.from({ length: 50 }, () => records).flat();
    expect(startedOf({ records: many, workflows }, undefined)).toHaveLength(16);
  });

  it('has a prompt as long as a request has it', () => {
    const long = withAt(submit, [3, 0, 5, 1], 'x'.repeat(9000));
    expect(started(long)[0]?.prompt).toHaveLength(5000);
  });
});
