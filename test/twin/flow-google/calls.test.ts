import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fetchSigned, send } from '../client';
import { startTwin, type Twin } from '../twin';
import { CLIPS, IMAGES, PROJECTS } from '../world';
import { ask, type Opened, open, post } from './client';
import { OWN_CLIPS, SCENES } from './own-clips';

const { elm, harbour, empty, attic } = PROJECTS;
const GET = {
  projects: 'FlowService.GetProjects',
  contents: 'FlowService.GetProjectContents',
  media: 'FlowService.GetMedia',
  models: 'FlowService.GetModels',
  credits: 'VideoFxService.GetCredits',
  status: 'VideoFxService.BatchCheckAsyncVideoGenerationStatus',
};

let twin: Twin;
let page: Opened;

const start = async (options = {}) => {
  twin = await startTwin(options);
  page = await open(twin);
};
beforeEach(() => start());
afterEach(() => twin.stop());

type Slots = readonly unknown[];
const payload = async (name: string, args: unknown) => {
  const { payload: found, error } = await ask(twin, page, name, args);
  expect(error).toBeUndefined();
  return found as Slots;
};
const refused = async (name: string, args: unknown) => (await ask(twin, page, name, args)).error;
const contents = (id: string) => payload(GET.contents, [`projects/${id}`]);
const at = (value: unknown, ...path: number[]): unknown =>
  path.reduce((slots: unknown, slot) => (slots as Slots)[slot], value);

test('projects come in pages, and those of nobody else', async () => {
  const args = (size: number, cursor: unknown) => [
    'projects/*',
    size,
    cursor,
    null,
    null,
    null,
    [1],
  ];
  const first = await payload(GET.projects, args(2, null));
  expect(at(first, 0)).toHaveLength(2);
  const second = await payload(GET.projects, args(2, first[1]));
  expect(second).toEqual([[[empty.id, [empty.title, null, [0, 0]]]]]);
  expect(JSON.stringify([first, second])).not.toContain(attic.id);
  expect(at(first, 0, 0, 1, 3)).toMatch(
    /^https:\/\/lh3\.googleusercontent\.com\/asb\/[\w-]{100,}$/,
  );
});

test('contents hold workflows, records with pictures that name no id, and scenes', async () => {
  const [none, workflows, records, voices, scenes, characters, clips] = await contents(elm.id);
  expect([none, voices, characters, clips]).toEqual([null, [['achird', 3, 'Achird']], null, []]);
  expect(at(scenes, 0, 0)).toBe(SCENES[0]?.id);
  const versions = (workflow: string) =>
    (records as Slots[]).filter((record) => record[2] === workflow).map((record) => record[0]);
  expect(versions(CLIPS.street.workflowId)).toEqual([
    CLIPS.street.mediaKey,
    CLIPS.streetUpscaled.mediaKey,
  ]);
  expect(versions(CLIPS.witch.workflowId)).toEqual([
    CLIPS.witch.mediaKey,
    OWN_CLIPS.witchEdited.mediaKey,
  ]);
  const witch = (workflows as Slots[]).find(([id]) => id === CLIPS.witch.workflowId);
  expect(at(witch, 3, 0)).toBe(CLIPS.witch.title);
  expect(at(witch, 3, 4)).toBe(OWN_CLIPS.witchEdited.mediaKey);
  expect(JSON.stringify(records)).not.toContain('flow-content');
  for (const record of records as Slots[]) {
    const picture = String(at(record, 5, 5));
    expect(picture).toMatch(/^https:\/\/lh3\.googleusercontent\.com\/asb\/[\w-]+$/);
    expect(picture).not.toContain(String(record[0]).slice(0, 8));
    expect([record[1], record[3], record[4]]).toEqual([elm.id, null, null]);
    expect(at(record, 5, 8)).toEqual([3]);
  }
  expect((await contents(empty.id)).slice(1, 3)).toEqual([[], []]);
});

test('a record has the slots that were reported', async () => {
  const records = (await contents(elm.id))[2] as Slots[];
  const street = records.find(([key]) => key === CLIPS.street.mediaKey) ?? [];
  const url = at(street, 5, 5);
  const { prompt, seed, model, projectId, workflowId, mediaKey, file } = CLIPS.street;
  expect(street).toEqual([
    ...[mediaKey, projectId, workflowId, null, null],
    [
      ...[[1763658300, 0], prompt, null, null, null, url],
      [null, [[model, 1, [1], null, 2, 1]], [[null, null, [[[prompt]]]]], null, 1],
      ...[null, [3], 1, url, null, null, readFileSync(file).length],
    ],
    null,
    [
      [
        ...[null, seed, null, null, null, null, null, prompt, url],
        ...[null, null, null, model, '', null, false, 2],
      ],
      [null, null, [8]],
      [mediaKey],
    ],
  ]);
});

test('recipes say what a clip was made from', async () => {
  const records = (await contents(elm.id))[2] as Slots[];
  const made = ({ mediaKey }: { mediaKey: string }) =>
    at(
      records.find(([key]) => key === mediaKey),
      5,
      6,
      1,
    );
  expect(made(OWN_CLIPS.witchEdited)).toEqual([
    ['abra_edit', 4, [1], null, 2, 1],
    null,
    [[null, null, null, CLIPS.witch.mediaKey]],
  ]);
  expect(made(CLIPS.streetUpscaled)).toEqual([
    ['veo_2_1080p_upsampler_8s', 4, [1], null, 2, 2],
    null,
    [[null, null, null, CLIPS.street.mediaKey]],
  ]);
  expect(made(OWN_CLIPS.trainExtended)).toEqual([
    ['veo_3_1_extension_lite', 5, [1], null, 2, 1],
    [[null, 1, CLIPS.train.mediaKey, [null, null, 1, 1]]],
    [[null, null, null, CLIPS.train.mediaKey]],
  ]);
  expect(made(OWN_CLIPS.walk)).toEqual([
    ['veo_3_1_r2v_lite', 3, [1], null, 2, 1],
    [IMAGES.coat, IMAGES.lantern].map((image) => [null, 4, image.mediaKey, [null, null, 1, 1]]),
  ]);
});

test('one media comes with the signed address of its file, which is the clip itself', async () => {
  const record = await payload(GET.media, [CLIPS.street.mediaKey]);
  const file = String(at(record, 7, 0, 8));
  expect(file).toMatch(
    new RegExp(
      `^https://flow-content\\.google/video/${CLIPS.street.mediaKey}\\?Expires=\\d+&KeyName=`,
    ),
  );
  const whole = await fetchSigned(twin, file);
  expect(whole.bytes.equals(readFileSync(CLIPS.street.file))).toBe(true);
  const part = await fetchSigned(twin, file, { range: 'bytes=10-19' });
  expect([part.status, part.bytes.length]).toEqual([206, 10]);
  const own = await payload(GET.media, [OWN_CLIPS.walk.mediaKey]);
  expect((await fetchSigned(twin, String(at(own, 7, 0, 8)))).status).toBe(200);
  const image = await payload(GET.media, [IMAGES.coat.mediaKey]);
  expect(image).toHaveLength(7);
  expect((await fetchSigned(twin, String(at(image, 6, 0, 8)))).headers['content-type']).toBe(
    'image/jpeg',
  );
});

test('a picture by its token comes from the page’s own host, and its suffixes work', async () => {
  const [, , records] = await contents(elm.id);
  const { pathname } = new URL(String(at(records, 0, 5, 5)));
  const get = (suffix: string) => send(twin, { host: 'flow.google.com', path: pathname + suffix });
  for (const suffix of ['', '=s0', '=w320-h180'])
    expect((await get(suffix)).headers['content-type']).toBe('image/jpeg');
  expect((await get('=m22')).bytes.equals(readFileSync(CLIPS.street.file))).toBe(true);
  expect((await get('=m37')).status).toBe(404);
  expect((await send(twin, { host: 'flow.google.com', path: '/asb/xyz' })).status).toBe(404);
});

test('models name their prices by tier, and what is deprecated', async () => {
  const [[, , , deprecated, families] = []] = (await payload(GET.models, [])) as Slots[];
  expect(at(deprecated, 0)).toEqual(['veo_3_0_reshoot_landscape', ['Reshoot']]);
  const usages = (families as Slots[]).flatMap(([, list]) => list as Slots[]);
  const usage = (key: string) => usages.find(([each]) => each === key) ?? [];
  expect(usage('veo_3_1_extension_lite')).toEqual([
    ...['veo_3_1_extension_lite', null, null, null],
    [
      [1, [[null, 10]]],
      [2, [[null, 10]]],
      [3, [[null, 5]]],
    ],
    ...[null, null, [[[[1, 14]]]], null, null, true, null, [[2, 1]], null, 110, null, 8, true],
    ...[null, null, null, [null, null, null, 8, 8], null, [[1]]],
  ]);
  expect(usage('veo_3_1_upsampler_1080p')[4]).toEqual([
    [1, [null, []]],
    [2, [[null, 0]]],
    [3, [[null, 0]]],
  ]);
  expect(usages.every((each) => each.length === 24)).toBe(true);
});

const THEIRS = CLIPS.attic.mediaKey;
const NOBODYS = '00000000-0000-4000-8000-000000000000';
const WRONG: [string, string, unknown, number][] = [
  ['credits of something', GET.credits, [1], 3],
  ['models of something', GET.models, [null], 3],
  ['projects without their name', GET.projects, [], 3],
  ['all projects at once', GET.projects, ['projects/*', 1000, null, null, null, null, [1]], 3],
  ['a made up page', GET.projects, ['projects/*', 20, 'x', null, null, null, [1]], 3],
  ['projects in another form', GET.projects, ['projects/*', 20, null, 1, null, null, [1]], 3],
  ['contents of an id alone', GET.contents, [elm.id], 3],
  ['contents with more', GET.contents, [`projects/${elm.id}`, 1], 3],
  ['contents of somebody else', GET.contents, [`projects/${attic.id}`], 5],
  ['contents of no project', GET.contents, [`projects/${NOBODYS}`], 5],
  ['media in another form', GET.media, [[CLIPS.street.mediaKey]], 3],
  ['an id of labs.google', GET.media, [CLIPS.street.mediaId], 3],
  ['media of somebody else', GET.media, [THEIRS], 5],
  ['media that are not there', GET.media, [NOBODYS], 5],
  ['a status of nothing', GET.status, [null, null, []], 3],
  ['a status in another form', GET.status, [[[CLIPS.street.mediaKey]]], 3],
  ['a status twice', GET.status, [null, null, [[CLIPS.cat.mediaKey], [CLIPS.cat.mediaKey]]], 3],
  ['a status of somebody else', GET.status, [null, null, [[THEIRS]]], 5],
  ['what the twin does not do', 'FlowService.UploadImage', [], 12],
];

test.each(WRONG)('%s is refused', async (_, name, args, code) => {
  expect(await refused(name, args)).toEqual([code]);
});

test('contents are asked for in either form', async () => {
  const long = [`projects/${harbour.id}`, null, null, null, [1]];
  expect(await payload(GET.contents, long)).toEqual(await contents(harbour.id));
});

test('slot 3 of a record is "CAE" where that is wanted', async () => {
  await twin.stop();
  await start({ flowGoogle: { step: 'CAE' } });
  const [, , records] = await contents(elm.id);
  expect(at(records, 0, 3)).toBe('CAE');
});

test('contents can be of 17 MB, the same each time, and are records as all others', async () => {
  await twin.stop();
  await start({ flowGoogle: { contentsBytes: 17_000_000 } });
  const call = () => post(twin, page, [[GET.contents, [`projects/${elm.id}`]]]);
  const first = await call();
  expect(first.bytes.length).toBeGreaterThan(17_000_000);
  expect((await call()).bytes.equals(first.bytes)).toBe(true);
  const [, , records] = await contents(elm.id);
  expect((records as Slots[]).length).toBeGreaterThan(300);
  const last = at(records, (records as Slots[]).length - 1, 0);
  expect(at(await payload(GET.media, [last]), 0)).toBe(last);
});

test('pages that are no projects have no app', async () => {
  for (const path of ['/about', '/unsupported-country']) {
    const reply = await send(twin, { host: 'flow.google.com', path });
    expect(reply.status).toBe(200);
    expect(reply.bytes.toString()).not.toContain('app.js');
  }
  expect((await send(twin, { host: 'flow.google.com', path: '/nothing' })).status).toBe(404);
  expect(twin.flowGoogle.pageUrl('elm', '/edit/x')).toBe(
    `https://flow.google.com/project/${elm.id}/edit/x`,
  );
});
