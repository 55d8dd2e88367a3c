import { media, original, tiles } from './records.js';
import { prefix, rpc } from './rpc.js';
import * as submits from './submits.js';
import {
  showAccount,
  showEditor,
  showNote,
  showProgress,
  showProjects,
  showTiles,
  showTitle,
} from './view.js';

const wiz = window.WIZ_global_data;
let shown = { clips: [], images: [], scene: null };

// ?calls= goes along on every link, so that the way of calling lasts while the page lives.
function address(path = '/') {
  const calls = new URLSearchParams(location.search).get('calls');
  return `${prefix}${path}${calls ? `?calls=${calls}` : ''}`;
}

function place() {
  const [, project, , workflow] =
    /\/project\/([\w-]+)(?:\/(edit|scene)\/([\w-]+))?/.exec(location.pathname) ?? [];
  return { project, workflow };
}

async function listProjects() {
  const found = [];
  let cursor = null;
  do {
    const args = ['projects/*', 20, cursor, null, null, null, [1]];
    const [entries = [], next = null] = await rpc('FlowService.GetProjects', args);
    found.push(...entries);
    cursor = next;
  } while (cursor !== null);
  return found;
}

function go(path) {
  history.pushState(null, '', address(path));
  refresh();
}

function showContents(project, workflow, contents) {
  const all = tiles(contents);
  const clips = all.filter(({ kind }) => kind === 'video');
  const images = all.filter(({ kind }) => kind === 'image');
  shown = {
    clips,
    images: images.map(({ title, versions: [{ id }] }) => ({ id, title })),
    scene: contents[4][0]?.[0] ?? null,
  };
  const one = clips.find((each) => each.workflow === workflow);
  if (one) return showEditor(one, address(`/project/${project}`));
  showTiles([...clips, ...images], (each) => go(`/project/${project}/edit/${each.workflow}`));
}

async function show() {
  const { project, workflow } = place();
  document.querySelector('.brand').href = address();
  document.getElementById('composer').hidden = !wiz.SNlM0e || !project;
  if (!wiz.SNlM0e) {
    showAccount();
    showTitle('');
    return showNote('Signed out');
  }
  const [[credits], projects, , contents] = await Promise.all([
    rpc('VideoFxService.GetCredits', []),
    listProjects(),
    rpc('FlowService.GetModels', []),
    project ? rpc('FlowService.GetProjectContents', [`projects/${project}`]) : undefined,
  ]);
  if (place().project !== project || place().workflow !== workflow) return;
  showAccount(wiz.oPEP7c, credits);
  const [, [title] = ['']] = projects.find(([id]) => id === project) ?? [];
  showTitle(title);
  if (contents) return showContents(project, workflow, contents);
  showProjects(projects, (id) => address(`/project/${id}`));
}

const failed = (tell) => (error) => {
  window.__page.errors.push(String(error));
  tell(String(error));
};
const refresh = () => show().catch(failed(showNote));

function subject() {
  const { project, workflow } = place();
  const tile = shown.clips.find((each) => each.workflow === workflow) ?? shown.clips[0];
  const clip = tile && original(tile);
  const prompt = document.getElementById('prompt').value || 'The street goes on around the corner';
  const { images, scene } = shown;
  return { project, prompt, clip, scene, images, aspect: clip?.aspect ?? 2 };
}

const STATUS = 'VideoFxService.BatchCheckAsyncVideoGenerationStatus';
const isOver = ({ status }) => status === 3 || status === 4;

// Each with a call of its own; those of one press go out in one request.
async function generate(make, count) {
  const answers = await Promise.all(Array.from({ length: count }, () => rpc(...make(subject()))));
  showProgress('Generating…');
  let works = answers.flatMap(([, , , records]) => records.map(media));
  while (!works.every(isOver)) {
    const running = works.filter((work) => !isOver(work)).map(({ id }) => [id]);
    const [, , records] = await rpc(STATUS, [null, null, running]);
    const told = new Map(records.map(media).map((each) => [each.id, each]));
    works = works.map((work) => told.get(work.id) ?? work);
    if (!works.every(isOver)) await new Promise((resolve) => setTimeout(resolve, 5000));
  }
  const done = works.filter(({ isDone }) => isDone);
  await Promise.all(done.map(({ id }) => rpc('FlowService.GetMedia', [id])));
  await refresh();
  showProgress(done.length === works.length ? 'Done' : 'Failed');
}

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[data-nav]');
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  history.pushState(null, '', link.getAttribute('href'));
  refresh();
});
addEventListener('popstate', refresh);

for (const [id, make, count] of [
  ['extend', submits.extend, 1],
  ['edit', submits.edit, 1],
  ['upscale', submits.upscale, 1],
  ['references', submits.references, 1],
  ['start-image', submits.startImage, 1],
  ['start-end-image', submits.startEndImage, 1],
  ['generate', submits.text, 1],
  ['generate-four', submits.text, 4],
])
  document.getElementById(id).addEventListener('click', () => {
    generate(make, count).catch(failed(showProgress));
  });
refresh();
