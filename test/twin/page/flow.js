import { api, session, trpc } from './calls.js';
import * as mediaForm from './media-form.js';
import * as operationsForm from './operations-form.js';
import {
  showAccount,
  showButton,
  showNote,
  showOne,
  showProgress,
  showProject,
  showProjects,
  showTitle,
} from './view.js';

const [, root] = /^(\/fx(?:\/[\w-]+)?\/tools\/flow)/.exec(location.pathname) ?? [];
const form = document.documentElement.dataset.form === 'media' ? mediaForm : operationsForm;
let tier = '';
let shown = { clips: [], images: [] };

// ?calls= goes along on every link, so that the way of calling lasts while the page lives.
function address(path = '') {
  const calls = new URLSearchParams(location.search).get('calls');
  return `${root}${path}${calls ? `?calls=${calls}` : ''}`;
}

function place() {
  const [, projectId, , mediaKey] =
    /\/project\/([\w-]+)(?:\/(edit|scenes|scene)\/([\w-]+))?/.exec(location.pathname) ?? [];
  return { projectId, mediaKey };
}

async function project(projectId, mediaKey) {
  const { title, clips, images } = await form.load(projectId);
  if (place().projectId !== projectId || place().mediaKey !== mediaKey) return;
  shown = { clips, images };
  showTitle(title);
  const one = clips.find(({ key }) => key === mediaKey);
  if (one) showOne(one, address(`/project/${projectId}`));
  else showProject(clips, images, ({ key }) => address(`/project/${projectId}/edit/${key}`));
}

async function show() {
  const { projectId, mediaKey } = place();
  document.querySelector('.brand').href = address();
  const { user } = await session();
  document.getElementById('composer').hidden = !user || !projectId;
  if (!user) {
    showAccount();
    showTitle('');
    return showNote('Signed out');
  }
  const { credits, userPaygateTier } = await api('/credits');
  tier = userPaygateTier;
  showAccount(user, credits);
  if (projectId) return project(projectId, mediaKey);
  const { projects } = await trpc('project.searchUserProjects', { pageSize: 20, cursor: null });
  showTitle('');
  showProjects(projects, (id) => address(`/project/${id}`));
}

const refresh = () =>
  show().catch((error) => {
    window.__page.errors.push(String(error));
    showNote(String(error));
  });

async function generate(count, make) {
  let works = await form.start({ ...shown, tier, projectId: place().projectId }, count, make);
  showProgress('Generating…');
  const states = () => works.map(({ status }) => status);
  for (;;) {
    works = await form.ask(works);
    if (states().every((status) => /SUCCESSFUL|FAILED/.test(status))) break;
    await new Promise((resolve) => setTimeout(resolve, 5000));
  }
  await refresh();
  showProgress(states().every((status) => /SUCCESSFUL/.test(status)) ? 'Done' : 'Failed');
}

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[data-nav]');
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  history.pushState(null, '', link.getAttribute('href'));
  refresh();
});
addEventListener('popstate', refresh);

function generateBy(button, count, make) {
  button.addEventListener('click', () => {
    generate(count, make).catch((error) => {
      window.__page.errors.push(String(error));
      showProgress(String(error));
    });
  });
}

generateBy(document.getElementById('generate'), 1);
generateBy(document.getElementById('generate-four'), 4);
for (const [id, make] of Object.entries(form.more ?? {})) generateBy(showButton(id), 1, make);
refresh();
