import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTwin, type Twin } from '../twin';
import { CLIPS, IMAGES, PROJECTS } from '../world';
import { ask, type Opened, open } from './client';
import { OWN_CLIPS } from './own-clips';
import { context, prompt, SUBMITS, VIDEO } from './submits';

const STATUS = 'VideoFxService.BatchCheckAsyncVideoGenerationStatus';
const INFO = 'type.googleapis.com/google.rpc.ErrorInfo';
type Kind = keyof typeof SUBMITS;
type Slots = readonly unknown[];

let twin: Twin;
let page: Opened;

beforeEach(async () => {
  twin = await startTwin();
  page = await open(twin);
});
afterEach(() => twin.stop());

const submit = (kind: Kind, args: unknown = SUBMITS[kind]()) =>
  ask(twin, page, `${VIDEO}${kind}`, args);
const at = (value: unknown, ...path: number[]): unknown =>
  path.reduce((slots: unknown, slot) => (slots as Slots)[slot], value);
const balance = () => twin.accounts[0]?.balance;
const status = async (...keys: unknown[]) =>
  (await ask(twin, page, STATUS, [null, null, keys.map((key) => [key])])).payload;
const contents = async () =>
  (await ask(twin, page, 'FlowService.GetProjectContents', [`projects/${PROJECTS.elm.id}`]))
    .payload;

const KINDS: [Kind, string, number, number][] = [
  ['Text', 'text', 5, 1],
  ['StartImage', 'start-image', 5, 2],
  ['StartAndEndImage', 'start-end-image', 5, 2],
  ['ReferenceImages', 'references', 5, 3],
  ['ExtendVideo', 'extend', 5, 5],
  ['EditVideo', 'edit', 10, 4],
  ['UpsampleVideo', 'upscale', 0, 4],
];

test.each(KINDS)('%s is accepted, charged and done', async (kind, action, price, family) => {
  const { payload } = await submit(kind);
  expect(payload).toMatchObject([null, 1540 - price, [{}], [{}]]);
  const record = at(payload, 3, 0);
  const [key, project, workflow, step] = record as Slots;
  expect([project, step, at(record, 5, 8)]).toEqual([PROJECTS.elm.id, null, [6]]);
  expect([at(record, 5, 5), at(record, 5, 10), at(record, 7, 0, 8)]).toEqual([null, null, null]);
  expect(at(record, 5, 6, 1, 0, 1)).toBe(family);
  expect([at(payload, 2, 0, 0), at(payload, 2, 0, 3, 4)]).toEqual([workflow, key]);
  expect(balance()).toBe(1540 - price);
  expect(twin.submits).toMatchObject([
    { site: 'flow.google.com', action, price, account: 'ada@example.com' },
  ]);
  const told = await status(key);
  expect(at(told, 2, 0, 5, 8)).toEqual([3]);
  expect(at(told, 2, 0, 7, 0, 8)).toBeNull();
  const { payload: whole } = await ask(twin, page, 'FlowService.GetMedia', [key]);
  expect(String(at(whole, 7, 0, 8))).toContain(`flow-content.google/video/${key}?`);
  const all = (await contents()) as Slots[];
  expect(all[2]?.map((each) => at(each, 0))).toContain(key);
  expect(twin.flowGoogle.rpcs()[0]).toMatchObject({ generates: true, verified: true });
});

test('an edit and an upscale are versions of their workflow, an extension is a new one', async () => {
  const { payload: upscale } = await submit('UpsampleVideo');
  expect((at(upscale, 3, 0) as Slots).slice(0, 3)).toEqual([
    ...[`${CLIPS.cat.mediaKey}_upsampled`, PROJECTS.elm.id, CLIPS.cat.workflowId],
  ]);
  const { payload: edit } = await submit('EditVideo');
  expect(at(edit, 3, 0, 2)).toBe(CLIPS.cat.workflowId);
  const { payload: extend } = await submit('ExtendVideo');
  expect(at(extend, 3, 0, 2)).not.toBe(CLIPS.street.workflowId);
  expect(at(extend, 3, 0, 5, 6, 1, 2, 0, 3)).toBe(CLIPS.street.mediaKey);
  await status(at(upscale, 3, 0, 0));
  const { payload: again } = await submit('UpsampleVideo');
  expect(at(again, 3, 0, 5, 8)).toEqual([3]);
});

test('an extension goes on from an extension', async () => {
  const { payload } = await submit('ExtendVideo');
  const key = at(payload, 3, 0, 0);
  await status(key);
  const next = SUBMITS.ExtendVideo();
  (at(next, 0, 0) as unknown[])[0] = [null, key, 169, 192];
  expect((await submit('ExtendVideo', next)).error).toBeUndefined();
  expect(twin.submits[1]).toMatchObject({
    mediaIds: [key],
    startFrameIndex: 169,
    endFrameIndex: 192,
  });
});

test('work that is held is told as running in status and contents, then done or failed with its reason', async () => {
  twin.mishap('submit', {
    fail: { code: 3, message: 'PUBLIC_ERROR_PROMINENT_PEOPLE_FILTER_FAILED' },
  });
  const finish = twin.holdWork();
  const [failing, good] = [await submit('Text'), await submit('Text')].map(({ payload }) =>
    at(payload, 3, 0, 0),
  );
  const states = async () =>
    ((at(await status(failing, good), 2) ?? []) as Slots[]).map((record) => at(record, 5, 8));
  expect(await states()).toEqual([[2], [2]]);
  const listed = async (key: unknown) =>
    at(
      (at(await contents(), 2) as Slots[]).find(([each]) => each === key),
      5,
      8,
    );
  expect(await listed(good)).toEqual([2]);
  finish();
  const reason = [4, [3, 'PUBLIC_ERROR_PROMINENT_PEOPLE_FILTER_FAILED'], ['PROMINENT_PERSON']];
  expect(await states()).toEqual([reason, [3]]);
  expect([await listed(failing), await listed(good)]).toEqual([reason, [3]]);
  expect(balance()).toBe(1535);
});

test('status replies can say other numbers, or hold other records', async () => {
  const key = at((await submit('Text')).payload, 3, 0, 0);
  twin.mishap('status', { word: '9' });
  expect(at(await status(key), 2, 0, 5, 8)).toEqual([9]);
  for (const [operations, count] of [
    ['missing', 0],
    ['extra', 2],
    ['doubled', 2],
  ] as const) {
    twin.mishap('status', { operations });
    expect(at(await status(key), 2)).toHaveLength(count);
  }
});

test('a submit without a page’s token, or with a used one, is unusual activity', async () => {
  const unusual = { error: [7, null, [[INFO, ['PUBLIC_ERROR_UNUSUAL_ACTIVITY']]]] };
  const token = 'page-token-once-and-for-all';
  for (const wrong of [
    context().slice(0, 10),
    [...context().slice(0, 10), null],
    context(PROJECTS.elm.id, 'of-my-own'),
  ]) {
    const [requests, , batch] = SUBMITS.Text();
    expect(await submit('Text', [requests, wrong, batch])).toEqual(unusual);
  }
  const [requests, , batch] = SUBMITS.Text();
  const args = [requests, context(PROJECTS.elm.id, token), batch];
  expect(await submit('Text', args)).toHaveProperty('payload');
  expect(await submit('Text', args)).toEqual(unusual);
  expect([twin.submits.length, balance()]).toEqual([1, 1535]);
});

test('what is refused to order, and what costs more than there is, starts nothing', async () => {
  twin.mishap('submit', {
    refuse: {
      code: 429,
      status: 'RESOURCE_EXHAUSTED',
      reason: 'PUBLIC_ERROR_USER_REQUESTS_THROTTLED',
    },
  });
  expect((await submit('Text')).error).toEqual([
    ...[8, null, [[INFO, ['PUBLIC_ERROR_USER_REQUESTS_THROTTLED']]]],
  ]);
  const account = twin.accounts[0];
  if (account) account.balance = 4;
  expect((await submit('Text')).error).toEqual([
    ...[8, null, [[INFO, ['PUBLIC_ERROR_USER_QUOTA_REACHED']]]],
  ]);
  expect(twin.submits).toEqual([]);
  twin.mishap('submit', { reset: 'before' });
  await expect(submit('Text')).rejects.toThrow();
});

test('four in one request are booked one by one', async () => {
  const [requests, first, batch] = SUBMITS.Text();
  const four = Array.from({ length: 4 }, () => at(requests, 0));
  const { payload } = await submit('Text', [four, first, batch]);
  expect(at(payload, 3)).toHaveLength(4);
  expect(twin.submits.map(({ balanceAfter }) => balanceAfter)).toEqual([1535, 1530, 1525, 1520]);
});

test('an account that pays less pays more, and is refused what its plan has not', async () => {
  page = await open(twin, '?as=ben@example.com');
  const [requests, , batch] = SUBMITS.Text();
  const args = () => [requests, context(PROJECTS.attic.id), batch];
  expect(at((await submit('Text', args())).payload, 1)).toBe(670);
  expect((await submit('Text')).error).toEqual([5]);
  const low = SUBMITS.ExtendVideo();
  (at(low, 0, 0) as unknown[])[2] = 'veo_3_1_extension_lite_low_priority';
  const [items] = low;
  expect((await submit('ExtendVideo', [items, context(PROJECTS.attic.id), low[2]])).error).toEqual([
    ...[7, null, [[INFO, ['PUBLIC_ERROR_MODEL_ACCESS_DENIED']]]],
  ]);
});

// One value of a good submit is another: where it lies, what it is, and what the answer is.
const WRONG: [string, Kind, number[], unknown, number][] = [
  ['frames counted from 0', 'ExtendVideo', [0, 0, 0], [null, CLIPS.street.mediaKey, 168, 191], 3],
  ['other frames', 'ExtendVideo', [0, 0, 0], [null, CLIPS.street.mediaKey, 1, 24], 3],
  ['frames that are not there', 'ExtendVideo', [0, 0, 0, 3], 193, 3],
  ['a clip of another project', 'ExtendVideo', [0, 0, 0, 1], CLIPS.boat.mediaKey, 5],
  ['a clip of another account', 'ExtendVideo', [0, 0, 0, 1], CLIPS.attic.mediaKey, 5],
  ['a clip by its id of labs.google', 'ExtendVideo', [0, 0, 0, 1], CLIPS.street.mediaId, 3],
  ['an image', 'ExtendVideo', [0, 0, 0, 1], IMAGES.coat.mediaKey, 3],
  ['an edited clip', 'ExtendVideo', [0, 0, 0, 1], OWN_CLIPS.witchEdited.mediaKey, 3],
  ['no prompt', 'ExtendVideo', [0, 0, 1], null, 3],
  ['an empty prompt', 'ExtendVideo', [0, 0, 1], prompt(' '), 3],
  ['a prompt in the form of labs.google', 'ExtendVideo', [0, 0, 1], 'A prompt', 3],
  ['a model of another call', 'ExtendVideo', [0, 0, 2], 'veo_3_1_t2v_lite', 3],
  ['a model of labs.google', 'ExtendVideo', [0, 0, 2], 'veo_3_1_extend_fast_landscape_ultra', 5],
  ['another aspect', 'ExtendVideo', [0, 0, 3], 1, 3],
  ['an aspect in words', 'ExtendVideo', [0, 0, 3], 'VIDEO_ASPECT_RATIO_LANDSCAPE', 3],
  ['no scene', 'ExtendVideo', [0, 0, 5, 0], null, 3],
  ['another scene', 'ExtendVideo', [0, 0, 5, 0], PROJECTS.elm.id, 5],
  ['another scene in the batch', 'ExtendVideo', [2, 3, 0], PROJECTS.elm.id, 3],
  ['an id of its own in small letters', 'ExtendVideo', [0, 0, 5, 4], PROJECTS.elm.id, 3],
  ['no batch', 'ExtendVideo', [2], null, 3],
  ['another tool', 'ExtendVideo', [1, 1], 21, 3],
  ['another project', 'ExtendVideo', [1, 5], PROJECTS.harbour.id, 5],
  ['somebody else’s project', 'ExtendVideo', [1, 5], PROJECTS.attic.id, 5],
  ['something where nothing is', 'ExtendVideo', [1, 2], 1, 3],
  ['more requests than four', 'Text', [0], Array.from({ length: 5 }, () => null), 3],
  ['a scene for what is new', 'Text', [0, 0, 4, 0], PROJECTS.elm.id, 3],
  ['a name of no reference', 'ReferenceImages', [0, 0, 1, 0, 1], IMAGES.umbrella.mediaKey, 3],
  ['a reference that is a clip', 'ReferenceImages', [0, 0, 1, 1, 1], CLIPS.cat.mediaKey, 3],
  ['no references', 'ReferenceImages', [0, 0, 1], [], 3],
  [
    'more references than the model takes',
    'ReferenceImages',
    [0, 0, 1],
    Array.from({ length: 4 }, () => [null, IMAGES.coat.mediaKey]),
    3,
  ],
  ['a picture of another project', 'StartImage', [0, 0, 4, 1], IMAGES.signal.mediaKey, 5],
  ['no crop', 'StartImage', [0, 0, 4, 5], null, 3],
  ['a crop beyond the edge', 'StartAndEndImage', [0, 0, 5, 5], [null, null, 1, 2], 3],
  ['frames beyond the end', 'EditVideo', [0, 0, 0, 3], 193, 3],
  ['another workflow', 'EditVideo', [0, 0, 4, 1], CLIPS.witch.workflowId, 3],
  ['the clip for its workflow', 'UpsampleVideo', [0, 0, 4, 1], CLIPS.cat.mediaKey, 3],
  ['another resolution than the model’s', 'UpsampleVideo', [0, 0, 6], 3, 3],
  ['something in an empty slot', 'UpsampleVideo', [0, 0, 30], 'x', 3],
  ['fewer slots', 'UpsampleVideo', [0, 0], Array.from({ length: 31 }, () => null), 3],
  ['a batch of two', 'UpsampleVideo', [2, 1], 2, 3],
];

test.each(WRONG)('%s is refused', async (_, kind, path, value, code) => {
  const args: unknown[] = JSON.parse(JSON.stringify(SUBMITS[kind]()));
  const slots = at(args, ...path.slice(0, -1)) as unknown[];
  slots[path.at(-1) ?? 0] = value;
  expect(await submit(kind, args)).toEqual({ error: [code] });
  expect([twin.submits.length, balance()]).toEqual([0, 1540]);
});

test('upscaled clips are not upscaled again', async () => {
  const args: unknown[] = JSON.parse(JSON.stringify(SUBMITS.UpsampleVideo()));
  const item = at(args, 0, 0) as unknown[];
  item[0] = [null, CLIPS.streetUpscaled.mediaKey];
  (item[4] as unknown[])[1] = CLIPS.street.workflowId;
  expect(await submit('UpsampleVideo', args)).toEqual({ error: [3] });
});
