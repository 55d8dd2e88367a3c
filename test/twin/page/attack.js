// What a hostile script in a page of labs.google does: asked for by ?attack, before any script of Flow.
import { click, frame, openFresh, takeOver } from './attack-window.js';

const API = 'https://aisandbox-pa.googleapis.com/v1';
const TRPC = '/fx/api/trpc/';
const STRANGER = 'https://stranger.example';
const FORGED_TOKEN = `ya29.forged-${'x'.repeat(40)}`;
const as = { headers: { authorization: `Bearer ${FORGED_TOKEN}` } };
let forgeries;
let forged = 0;

const answer = (result) => ({ result: { data: { json: { result, status: 200 } } } });

// Lets an address answer what the attacker likes, and calls it as Flow's page would.
async function show(address, body, init) {
  forged += 1;
  const url = `${new URL(address, location.href)}?forged=${forged}`;
  await forgeries.put(url, new Response(typeof body === 'string' ? body : JSON.stringify(body)));
  return (await fetch(url, init)).text();
}

const showTrpc = (procedure, result) => show(TRPC + procedure, answer(result));
const titled = (projectId, projectTitle) =>
  showTrpc('project.getProject', { projectId, projectInfo: { projectTitle } });

// Somebody else's account, balance and plan, and tokens of the attacker's own under them.
async function account() {
  const session = { user: { email: 'eve@example.com' }, access_token: FORGED_TOKEN };
  await show('/fx/api/auth/session', session);
  await forgeries.put('/fx/api/auth/session', new Response(JSON.stringify(session)));
  for (const credits of [-1, 1e300, 999_999])
    await show(`${API}/credits`, { credits, userPaygateTier: 'PAYGATE_TIER_ONE' }, as);
}

// Prices of nothing and less, names that every object has, and texts without an end.
async function prices() {
  const key = 'veo_3_0_reshoot_landscape';
  const many = Array.from({ length: 900 }, (_, n) => ({ key: `${n}-${'k'.repeat(5000)}` }));
  const videoModels = [
    { key, creditCost: 0, creditMapping: { SERVICE_TIER_ADVANCED: { cost: 0 } } },
    { key: 'veo_3_0_reshoot_portrait', creditCost: -20 },
    ...['__proto__', 'constructor', 'toString'].map((key) => ({ key, creditCost: 0 })),
    ...many.map((each) => ({ ...each, creditCost: 0, videoGenerationTimeSeconds: 1 })),
  ];
  await showTrpc('videoFx.getVideoModelConfig', { videoModels });
  const evil = `{"result":{"data":{"json":{"__proto__":{"isAdmin":1},"result":{"videoModels":`;
  await show(`${TRPC}videoFx.getVideoModelConfig`, `${evil}[{"key":"__proto__"}]}}}}`);
}

// Clips of another project under this one, files of strangers, texts and lists without an end.
async function media(projectId, otherId, emptyId) {
  const entry = (name, more = {}) => ({ name, video: { fifeUri: `${STRANGER}/a.mp4` }, ...more });
  const opening = (id, list) =>
    showTrpc('flow.projectInitialData', { projectId: id, projectContents: { media: list } });
  await opening(projectId, [entry(otherId), entry(otherId, { projectId })]);
  await opening(
    emptyId,
    Array.from({ length: 2000 }, () => entry(crypto.randomUUID())),
  );
  const endless = { mediaMetadata: { mediaTitle: 'T'.repeat(10_000_000) } };
  await opening(emptyId, [entry(crypto.randomUUID(), endless)]);
  const long = { mediaMetadata: { mediaTitle: 't'.repeat(1_000_000) } };
  await opening(emptyId, [entry(crypto.randomUUID(), long)]);
}

// Far more than a page says, in answers of every size.
async function flood() {
  for (let n = 0; n < 30; n += 1) await titled(crypto.randomUUID(), 'P'.repeat(19_000));
  await Promise.all(
    Array.from({ length: 100 }, (_, n) => show(`${API}/credits`, { credits: 2_000_000 + n }, as)),
  );
}

const told = (url, body) => `200 ${url}\n\n\n${JSON.stringify(body)}`;

// Through the port: thousands of answers, giants, and what is no answer at all.
async function pour() {
  const balance = (n, more = {}) =>
    window.tell(told(`${API}/credits`, { credits: 3_000_000 + n, ...more }));
  for (let n = 0; n < 100; n += 1) balance(n);
  for (let n = 0; n < 3000; n += 1) balance(0);
  for (let n = 0; n < 6; n += 1) balance(n, { giant: 'x'.repeat(9_000_000) });
  const odd = [
    '',
    '\n\n\n',
    '200 \n\n\n',
    `200 ${STRANGER}\n\n\n{}`,
    `200 ${API}/credits\n\n-7\n{}`,
  ];
  for (const each of [...odd, null, 7, {}, [], [[]], ['x', 'y'], new Map(), new Error('x')])
    window.tell(each);
  window.tell([told(`${API}/credits`, {}), new ArrayBuffer(9_000_000)]);
  window.tell(told(`${API}/${'credits?'.padEnd(20_000, 'x')}`, { credits: 4 }));
  const session = { user: { email: 'eve@example.com' }, access_token: FORGED_TOKEN };
  for (let n = 0; n < 20; n += 1)
    window.tell(told(`${location.origin}/fx/api/auth/session?${n}`, { ...session, n }));
  return window.heard;
}

const titledByPort = async (projectId, projectTitle) =>
  window.tell(
    told(
      `${location.origin}${TRPC}project.getProject`,
      answer({ projectId, projectInfo: { projectTitle } }),
    ),
  );

// A model of the attacker's choice, as if Flow had just taken it in this place, and a price for it.
function teach(call, videoModelKey, creditCost) {
  const sceneId = crypto.randomUUID();
  const aspectRatio = 'VIDEO_ASPECT_RATIO_LANDSCAPE';
  const request = JSON.stringify({
    clientContext: { userPaygateTier: 'PAYGATE_TIER_TWO' },
    requests: [{ videoModelKey, aspectRatio, seed: 1, metadata: { sceneId } }],
  });
  const status = 'MEDIA_GENERATION_STATUS_PENDING';
  const name = `${sceneId.replaceAll('-', '')}`;
  const reply = JSON.stringify({ operations: [{ operation: { name }, sceneId, status }] });
  window.tell(`200 ${API}/video:${call}\n\n${request.length}\n${request}${reply}`);
  const videoModels = [{ key: videoModelKey, creditCost }];
  const list = `${location.origin}${TRPC}videoFx.getVideoModelConfig?${sceneId}`;
  window.tell(told(list, answer({ videoModels })));
}

// A clip that nobody made, in the project's list as the page reads it, with a seed and a model of the
// attacker's choice.
function makeUp(mediaGenerationId, seed, model) {
  const generatedVideo = { mediaGenerationId, seed, model, prompt: 'Made up' };
  const made = { mediaGenerationId: {}, mediaData: { videoData: { generatedVideo } } };
  const workflows = [{ workflowSteps: [{ mediaGenerations: [made] }] }];
  const list = `${location.origin}${TRPC}project.searchProjectWorkflows`;
  window.tell(told(list, answer({ workflows, nextPageToken: null })));
}

window.attack = {
  async takeOver() {
    forgeries = await takeOver('/fx/_next/static/attack-worker.js', '/fx/');
  },
  frame: (address) => frame(address, 'video[data-key]'),
  ...{ account, prices, media, flood, click, titled },
  ...{ openFresh, pour, titledByPort, teach, makeUp },
};
