// What a hostile script in a page of flow.google.com does: asked for by ?attack, before any script of Flow.
import { click, frame, openFresh, takeOver } from '../attack-window.js';
import { ids } from './ids.js';

const PATH = '/_/AiSandboxAngularFrontend/data/batchexecute';
const STRANGER = 'https://stranger.example';
const UNTIL = 'Expires=9999999999&KeyName=x&Signature=x';
let forgeries;
let forged = 0;

function addressOf(name) {
  forged += 1;
  return `${location.origin}${PATH}?rpcids=${ids[name]}&source-path=${location.pathname}&_reqid=${forged}&rt=c`;
}

const bodyOf = (name, args) =>
  `${new URLSearchParams({ 'f.req': JSON.stringify([[[ids[name], JSON.stringify(args), null, 'generic']]]), at: 'x' })}`;

function answer(name, payload) {
  const entry = ['wrb.fr', ids[name], JSON.stringify(payload), null, null, null, 'generic'];
  const text = JSON.stringify([entry]);
  return `)]}'\n\n${text.length}\n${text}\n`;
}

// Lets a call be answered as the attacker likes, and makes it as Flow's page would.
async function show(name, payload, args = []) {
  const url = addressOf(name);
  await forgeries.put(url, new Response(answer(name, payload)));
  const headers = {
    'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
    'x-same-domain': '1',
  };
  return (await fetch(url, { method: 'POST', headers, body: bodyOf(name, args) })).text();
}

const CREDITS = 'VideoFxService.GetCredits';
const projects = (id, title) => [[[id, [title, null, [1, 0]]]]];
const titled = (id, title) => show('FlowService.GetProjects', projects(id, title));

// Balances and plans of nobody's, and somebody else's name on the page.
async function account() {
  for (const credits of [-1, 1e300, 999_999, null, '7'])
    await show(CREDITS, [credits, 1, 2, 2, null, credits]);
  const { WIZ_global_data: wiz } = window;
  window.WIZ_global_data = { ...wiz, oPEP7c: 'eve@example.com', S06Grb: '1', SNlM0e: 'forged:1' };
}

// Prices of nothing and less, names that every object has, and texts without an end.
async function prices() {
  const usage = (key, credits) => [
    ...[key, null, null, null, [1, 2, 3].map((tier) => [tier, [[null, credits]]])],
    ...[null, null, [[[[1, 14]]]]],
  ];
  const usages = [
    usage('veo_3_1_extension_lite', 0),
    usage('veo_3_1_upsampler_1080p', -20),
    ...['__proto__', 'constructor', 'toString'].map((key) => usage(key, 0)),
    ...Array.from({ length: 900 }, (_, n) => usage(`${n}-${'k'.repeat(5000)}`, 0)),
  ];
  await show('FlowService.GetModels', [[null, null, [], [], [['F', usages, true, 'f']]]]);
}

function record(
  id,
  project,
  workflow,
  { file = `${STRANGER}/a.mp4`, title = 'Made up', model } = {},
) {
  const picture = `${STRANGER}/a.jpg`;
  const recipe = [null, [[model ?? 'veo_3_1_t2v_lite', 1, [1], null, 2, 1]], null, null, 1];
  const about = [[1, 0], title, null, null, null, picture, recipe, null, [3], 1, picture];
  const video = [
    null,
    1,
    null,
    null,
    null,
    null,
    null,
    title,
    file,
    null,
    null,
    null,
    model ?? 'x',
  ];
  return [id, project, workflow, null, null, about, null, [video, [null, null, [8]], [id]]];
}

const contents = (project, records) =>
  show(
    'FlowService.GetProjectContents',
    [null, [], records, [], [], null, []],
    [`projects/${project}`],
  );

// Clips of another project under this one, files of strangers, texts and lists without an end.
async function media(projectId, otherId, emptyId) {
  const workflow = crypto.randomUUID();
  const fresh = (more) => record(crypto.randomUUID(), emptyId, crypto.randomUUID(), more);
  await contents(projectId, [record(otherId, projectId, workflow)]);
  await contents(emptyId, [record(otherId, projectId, workflow)]);
  const file = `https://flow-content.google/video/${otherId}?${UNTIL}`;
  await contents(projectId, [record(crypto.randomUUID(), projectId, workflow, { file })]);
  await contents(
    emptyId,
    Array.from({ length: 2000 }, () => fresh()),
  );
  await contents(emptyId, [fresh({ title: 'T'.repeat(10_000_000) })]);
}

// Far more than a page says, in answers of every size.
async function flood() {
  for (let n = 0; n < 30; n += 1) await titled(crypto.randomUUID(), 'P'.repeat(19_000));
  await Promise.all(Array.from({ length: 100 }, (_, n) => show(CREDITS, [2_000_000 + n, 1, 2, 3])));
}

// A clip that nobody made, in the project's contents.
const makeUp = (mediaKey, project, workflow, model, title) =>
  contents(project, [record(mediaKey, project, workflow, { model, title })]);

// The page says that something was started which nobody has asked for.
function startUp(mediaKey, project, prompt) {
  const made = record(mediaKey, project, crypto.randomUUID(), { title: prompt });
  made[5][8] = [6];
  const item = [[null, null, [[[prompt]]]], 'veo_3_1_t2v_lite', 2, null, [null, null, null, null]];
  const context = [null, 22, null, null, null, project, null, null, null, null, ['x', 1]];
  const args = [[item], context, [crypto.randomUUID().toUpperCase(), 2]];
  const payload = [null, 1, [], [made]];
  return show('VideoFxService.BatchAsyncGenerateVideoText', payload, args);
}

// As the port has it, once a window was opened fresh: status, address, request and answer.
function toldAs(name, payload, args = []) {
  const request = bodyOf(name, args);
  return `200 ${addressOf(name)}\n\n${request.length}\n${request}${answer(name, payload)}`;
}

const tellAs = async (...given) => window.tell(toldAs(...given));

// Through the port: thousands of answers, giants, and what is no answer at all.
async function pour() {
  for (let n = 0; n < 3000; n += 1) window.tell(toldAs(CREDITS, [3_000_000 + (n % 100), 1, 2, 3]));
  for (let n = 0; n < 6; n += 1) window.tell(toldAs(CREDITS, [n, 'x'.repeat(9_000_000)]));
  const odd = ['', '\n\n\n', '200 \n\n\n', `200 ${STRANGER}${PATH}\n\n\n)]}'`];
  for (const each of [...odd, `200 ${addressOf(CREDITS)}\n\n-7\n{}`, null, 7, {}, [], [[]]])
    window.tell(each);
  window.tell([toldAs(CREDITS, [1]), new ArrayBuffer(9_000_000)]);
  return window.heard;
}

window.attack = {
  async takeOver() {
    forgeries = await takeOver('/_/static/attack-worker.js', '/');
  },
  frame: (address) => frame(address, '.tile'),
  titledByPort: (id, title) => tellAs('FlowService.GetProjects', projects(id, title)),
  ...{ account, prices, media, flood, click, titled, makeUp, startUp, openFresh, pour, tellAs },
};
