import { prerender } from '../prerender.js';

const byId = (id) => document.getElementById(id);

function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

function link(text, href) {
  const made = element('a', { textContent: text, href });
  made.dataset.nav = '';
  return made;
}

export function showAccount(email, credits) {
  byId('account').textContent = email ?? 'Signed out';
  byId('credits').textContent = credits === undefined ? '' : `${credits} credits`;
}

export function showTitle(title) {
  byId('title').textContent = title || 'Projects';
  document.title = title ? `${title} – Flow (twin)` : 'Flow (twin)';
}

export const showProgress = (text) => {
  byId('progress').textContent = text;
};

export const showNote = (text) =>
  byId('main').replaceChildren(element('p', { className: 'note', textContent: text }));

export function showProjects(projects, href) {
  const items = projects.map(([id, [title]]) => element('li', {}, link(title, href(id))));
  byId('main').replaceChildren(element('ul', { className: 'projects' }, ...items));
  prerender([...document.querySelectorAll('.projects a')]);
}

// A tile of a clip says its title and shows a picture whose address holds no id.
function tile({ title, kind, versions }, open) {
  const [newest] = versions;
  const image = element('img', { alt: '', src: newest.picture, loading: 'lazy' });
  const name = element('span', { textContent: title, dir: 'auto' });
  const made = element('button', { type: 'button', className: `tile ${kind}` }, image, name);
  if (kind === 'image') image.dataset.mediaId = newest.id;
  else made.addEventListener('click', open);
  return made;
}

export function showTiles(tiles, open) {
  const made = tiles
    .filter(({ versions }) => versions.length > 0)
    .map((each) => tile(each, () => open(each)));
  byId('main').replaceChildren(element('section', { className: 'tiles' }, ...made));
}

// The editor draws into a canvas: there is no video in the page.
export function showEditor({ title, versions }, back) {
  const canvas = element('canvas', { width: 960, height: 540 });
  const image = new Image();
  image.onload = () => canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  image.src = versions[0].picture;
  const bar = element('p', {}, link('← All clips', back));
  const name = element('p', { className: 'name', textContent: title, dir: 'auto' });
  byId('main').replaceChildren(element('section', { className: 'editor' }, bar, canvas, name));
}
