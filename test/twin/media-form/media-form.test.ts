import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { apiCall, BODIES, fetchSigned, PATHS, parsed, send, signIn, token } from '../client';
import { startTwin, type Twin } from '../twin';
import { CLIPS, IMAGES, PROJECTS } from '../world';

let twin: Twin;
let bearer: string;
let cookie: string;

beforeEach(async () => {
  twin = await startTwin({ form: 'media' });
  bearer = await token(twin);
  cookie = await signIn(twin, 'ada@example.com');
});
afterEach(() => twin.stop());

interface Entry {
  name: string;
  projectId: string;
  workflowStepId: string;
  mediaMetadata: { mediaStatus?: { mediaGenerationStatus: string } };
}
interface Replied {
  remainingCredits: number;
  workflows: { name: string; metadata: { primaryMediaId: string; batchId: string } }[];
  media: Entry[];
}

const { elm } = PROJECTS;
const STATUS = 'MEDIA_GENERATION_STATUS';
const post = (path: string, body: unknown) => send(twin, apiCall(bearer, path, body));
const get = (path: string) => send(twin, { path, headers: { cookie } });
const trpc = (procedure: string, json: object) =>
  get(`/fx/api/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify({ json }))}`);

type Body = Record<string, unknown> & { requests: Record<string, unknown>[] };
const words = (...texts: string[]) => ({
  structuredPrompt: { parts: texts.map((text) => ({ text })) },
});

function body(request: object, scene?: object): Body {
  return {
    mediaGenerationContext: {
      ...{ batchId: randomUUID(), audioFailurePreference: 'BLOCK_SILENCED_VIDEOS' },
      ...(scene ? { sceneContext: scene } : {}),
    },
    clientContext: {
      ...{ projectId: elm.id, tool: 'PINHOLE', userPaygateTier: 'PAYGATE_TIER_TWO' },
      sessionId: ';1795183200000',
      recaptchaContext: {
        token: `page-token-${randomUUID()}`,
        applicationType: 'RECAPTCHA_APPLICATION_TYPE_WEB',
      },
    },
    requests: [{ aspectRatio: 'VIDEO_ASPECT_RATIO_LANDSCAPE', seed: 4711, ...request }],
    useV2ModelConfig: true,
  };
}

const SCENE = randomUUID();
const GOOD = {
  extend: () =>
    body(
      {
        textInput: words('The car turns ', 'the corner'),
        videoModelKey: 'veo_3_1_extension_lite',
        metadata: { sceneId: SCENE },
        videoInput: { mediaId: CLIPS.street.mediaKey, startFrameIndex: 1, endFrameIndex: 24 },
      },
      { sceneId: SCENE, position: 1 },
    ),
  reshoot: () =>
    body({
      textInput: words(),
      videoInput: { mediaId: CLIPS.witch.mediaKey },
      reshootMotionType: 'RESHOOT_MOTION_TYPE_FORWARD',
      videoModelKey: 'veo_3_0_reshoot_landscape',
      metadata: { workflowId: CLIPS.witch.workflowId },
    }),
  upscale: () =>
    body({
      resolution: 'VIDEO_RESOLUTION_1080P',
      videoModelKey: 'veo_3_1_upsampler_1080p',
      metadata: { workflowId: CLIPS.cat.workflowId },
      videoInput: { mediaId: CLIPS.cat.mediaKey },
    }),
  references: () =>
    body({
      textInput: words('The coat by the lantern'),
      videoModelKey: 'veo_3_1_r2v_fast_landscape_ultra',
      referenceImages: [IMAGES.coat, IMAGES.lantern].map(({ mediaKey }) => ({
        ...{ mediaId: mediaKey, imageUsageType: 'IMAGE_USAGE_TYPE_ASSET' },
      })),
      metadata: {},
    }),
};
type Action = keyof typeof GOOD;

const statusOf = async ({ media }: Replied) =>
  parsed<Replied>(
    await post(PATHS.status, { media: media.map(({ name, projectId }) => ({ name, projectId })) }),
  ).media[0];

const ACTIONS: [Action, number][] = [
  ['extend', 5],
  ['reshoot', 20],
  ['upscale', 0],
  ['references', 10],
];

test.each(ACTIONS)('%s is accepted in the media form, with media alone', async (action, price) => {
  const sent = GOOD[action]();
  const reply = await post(PATHS[action], sent);
  expect(reply.status, reply.bytes.toString()).toBe(200);
  const found = parsed<Replied>(reply);
  expect(Object.keys(found)).toEqual(['remainingCredits', 'workflows', 'media']);
  expect(found.remainingCredits).toBe(1540 - price);
  const [media] = found.media;
  expect(media?.mediaMetadata.mediaStatus).toEqual({
    mediaGenerationStatus: `${STATUS}_SCHEDULED`,
  });
  expect(found.workflows[0]?.metadata.primaryMediaId).toBe(media?.name);
  const done = await statusOf(found);
  expect(done?.mediaMetadata.mediaStatus).toEqual({
    mediaGenerationStatus: `${STATUS}_SUCCESSFUL`,
  });
  expect(JSON.stringify(done)).not.toContain('https://');
  const file = await get(`/fx/api/trpc/media.getMediaUrlRedirect?name=${media?.name}`);
  expect([file.status, String(file.headers.location)]).toEqual([
    307,
    expect.stringContaining(`https://flow-content.google/video/${media?.name}?Expires=`),
  ]);
  expect((await fetchSigned(twin, String(file.headers.location))).bytes.length).toBe(
    readFileSync(twin.media().at(-1)?.file ?? '').length,
  );
  expect(twin.submits).toMatchObject([{ action, price, site: 'labs.google' }]);
});

test('an upscaled clip is named after its source, and is there at once the second time', async () => {
  const first = parsed<Replied>(await post(PATHS.upscale, GOOD.upscale()));
  expect(first.media[0]).toMatchObject({
    ...{ name: `${CLIPS.cat.mediaKey}_upsampled`, workflowStepId: 'CAI' },
  });
  await statusOf(first);
  const again = parsed<Replied>(await post(PATHS.upscale, GOOD.upscale()));
  expect(again.media[0]?.mediaMetadata.mediaStatus?.mediaGenerationStatus).toBe(
    `${STATUS}_SUCCESSFUL`,
  );
  expect((await statusOf(again))?.name).toBe(first.media[0]?.name);
});

test('work that is held is active, and what failed says why and costs nothing', async () => {
  twin.mishap('submit', { fail: { code: 3, message: 'PUBLIC_ERROR_UNSAFE_GENERATION' } });
  const finish = twin.holdWork();
  const sent = parsed<Replied>(await post(PATHS.extend, GOOD.extend()));
  expect((await statusOf(sent))?.mediaMetadata.mediaStatus?.mediaGenerationStatus).toBe(
    `${STATUS}_ACTIVE`,
  );
  finish();
  expect((await statusOf(sent))?.mediaMetadata.mediaStatus).toEqual({
    mediaGenerationStatus: `${STATUS}_FAILED`,
    error: { message: 'PUBLIC_ERROR_UNSAFE_GENERATION' },
    failureReason: 'PUBLIC_ERROR_UNSAFE_GENERATION',
  });
  expect(twin.accounts[0]?.balance).toBe(1540);
});

interface Opening {
  projectName: string;
  projectContents: { workflows: unknown[]; media: (Entry & { video?: object; image?: object })[] };
  modelConfig: {
    videoModelFamilies: { usages: { key: string; creditMapping: Record<string, object> }[] }[];
    deprecatedModelKeys: object;
  };
}

test('a project is opened by one answer: its media, and models with a price for each tier', async () => {
  const finish = twin.holdWork();
  await post(PATHS.extend, GOOD.extend());
  const reply = await trpc('flow.projectInitialData', { projectId: elm.id });
  const { json } = parsed<{ result: { data: { json: Opening } } }>(reply).result.data;
  finish();
  expect(json.projectName).toBe(elm.title);
  const { media, workflows } = json.projectContents;
  expect(workflows).toHaveLength(media.length);
  expect(media[0]).toMatchObject({ name: CLIPS.street.mediaKey, projectId: elm.id });
  const statuses = media.map(({ mediaMetadata }) => mediaMetadata.mediaStatus);
  expect(statuses.filter((status) => status)).toEqual([
    { mediaGenerationStatus: `${STATUS}_ACTIVE` },
  ]);
  const { videoModelFamilies, deprecatedModelKeys } = json.modelConfig;
  const usages = videoModelFamilies.flatMap((family) => family.usages);
  const prices = (key: string) =>
    Object.values(usages.find((usage) => usage.key === key)?.creditMapping ?? {});
  expect(prices('veo_3_1_extension_lite')).toEqual([{ cost: 10 }, { cost: 10 }, { cost: 5 }]);
  expect(prices('veo_3_1_extend_fast_landscape_ultra')).toEqual([
    ...[{ cost: 'UNAVAILABLE' }, { cost: 'UNAVAILABLE' }, { cost: 10 }],
  ]);
  expect(Object.keys(deprecatedModelKeys)).toContain('veo_3_0_reshoot_landscape');
  expect((await trpc('flow.projectInitialData', { projectId: PROJECTS.attic.id })).status).toBe(
    404,
  );
  expect((await trpc('project.searchProjectWorkflows', { projectId: elm.id })).status).toBe(404);
});

test('the balance comes with the service tier', async () => {
  expect(parsed(await send(twin, apiCall(bearer, '/v1/credits')))).toEqual({
    ...{ credits: 1540, userPaygateTier: 'PAYGATE_TIER_TWO' },
    ...{ serviceTier: 'SERVICE_TIER_ADVANCED', subscriptionCredits: 12_500 },
  });
});

test('a page of the media form says so to its scripts', async () => {
  const page = await get('/fx/tools/flow');
  expect(page.bytes.toString()).toContain('data-form="media"');
});

test('the form of the captures is refused, here and there', async () => {
  expect((await post(PATHS.extend, BODIES.extend())).status).toBe(400);
  const old = { operations: [{ operation: { name: 'x' }, sceneId: SCENE, status: 'x' }] };
  expect((await post(PATHS.status, old)).status).toBe(400);
  await twin.stop();
  twin = await startTwin();
  bearer = await token(twin);
  expect((await post(PATHS.extend, GOOD.extend())).status).toBe(400);
  expect((await post(PATHS.status, { media: [] })).status).toBe(400);
});

// One value of a good body is another, or is taken out (undefined).
const WRONG: [string, Action, string, unknown, number][] = [
  ['no verification', 'extend', 'clientContext.recaptchaContext', undefined, 403],
  ['a verification of somebody’s own', 'extend', 'clientContext.recaptchaContext.token', 'x', 403],
  ['no batch', 'extend', 'mediaGenerationContext', undefined, 400],
  ['no preference', 'reshoot', 'mediaGenerationContext.audioFailurePreference', undefined, 400],
  ['a scene of nothing', 'references', 'mediaGenerationContext.sceneContext', {}, 400],
  ['no useV2ModelConfig', 'extend', 'useV2ModelConfig', undefined, 400],
  ['a plain prompt', 'extend', 'requests.0.textInput', { prompt: 'x' }, 400],
  ['no parts', 'extend', 'requests.0.textInput', words(), 400],
  ['a prompt of a reshoot', 'reshoot', 'requests.0.textInput', words('x'), 400],
  ['an id of before', 'extend', 'requests.0.videoInput.mediaId', CLIPS.street.mediaId, 400],
  ['somebody else’s clip', 'extend', 'requests.0.videoInput.mediaId', CLIPS.attic.mediaKey, 404],
  ['frames from 0', 'extend', 'requests.0.videoInput.startFrameIndex', 0, 400],
  ['frames beyond the end', 'extend', 'requests.0.videoInput.endFrameIndex', 193, 400],
  ['an unknown model', 'extend', 'requests.0.videoModelKey', 'veo_9', 404],
  [
    'another plan’s model',
    'references',
    'requests.0.videoModelKey',
    'veo_3_1_r2v_fast_landscape',
    403,
  ],
  ['another resolution', 'upscale', 'requests.0.resolution', 'VIDEO_RESOLUTION_4K', 400],
  ['no resolution', 'upscale', 'requests.0.resolution', undefined, 400],
  ['a scene for a workflow', 'upscale', 'requests.0.metadata', { sceneId: SCENE }, 400],
  ['another project', 'reshoot', 'clientContext.projectId', PROJECTS.attic.id, 404],
  ['another tier', 'reshoot', 'clientContext.userPaygateTier', 'PAYGATE_TIER_ONE', 400],
  ['two requests', 'reshoot', 'requests', [{}, {}], 400],
];

test.each(WRONG)('%s is refused in the media form', async (_, action, path, value, status) => {
  const sent = GOOD[action]();
  const keys = path.split('.');
  const owner = keys
    .slice(0, -1)
    .reduce<Record<string, unknown>>((each, key) => each[key] as Record<string, unknown>, sent);
  const last = keys.at(-1) ?? '';
  if (value === undefined) delete owner[last];
  else owner[last] = value;
  expect((await post(PATHS[action], sent)).status).toBe(status);
  expect([twin.submits.length, twin.accounts[0]?.balance]).toEqual([0, 1540]);
});

test('a verification is good for one call', async () => {
  const sent = GOOD.reshoot();
  expect((await post(PATHS.reshoot, sent)).status).toBe(200);
  const again = await post(PATHS.reshoot, sent);
  expect([again.status, again.bytes.toString()]).toEqual([
    403,
    expect.stringContaining('PUBLIC_ERROR_UNUSUAL_ACTIVITY'),
  ]);
});
