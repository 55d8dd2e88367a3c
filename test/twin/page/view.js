import { prerender } from './prerender.js';

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

// A clip inside an open shadow root, as parts of many pages are.
class TwinClip extends HTMLElement {
  show(video) {
    const style = element('style', {
      textContent: 'video { display: block; height: 100%; width: 100%; object-fit: contain; }',
    });
    (this.shadowRoot ?? this.attachShadow({ mode: 'open' })).replaceChildren(style, video);
    return this;
  }
}
customElements.define('twin-clip', TwinClip);

// A tile shows its poster, and its clip is loaded once the pointer is over it.
function videoOf({ key, address, poster }) {
  const video = element('video', {
    preload: 'none',
    muted: true,
    loop: true,
    playsInline: true,
  });
  video.poster = poster;
  video.src = address;
  video.dataset.key = key;
  video.onmouseenter = () => video.play().catch(() => {});
  video.onmouseleave = () => video.pause();
  return video;
}

// ?tiles=redirect: a clip by its id alone, under its own picture, as tiles of 2026 are.
function redirected({ key }) {
  const address = `/fx/api/trpc/media.getMediaUrlRedirect?name=${key}`;
  const image = element('img', {
    className: 'overlay',
    alt: 'Video thumbnail',
    src: `${address}&mediaUrlType=MEDIA_URL_TYPE_THUMBNAIL`,
  });
  const cover = element('div', { className: 'overlay' });
  cover.dataset.redirected = '';
  return element(
    'div',
    { className: 'stage' },
    videoOf({ key, address, poster: '' }),
    image,
    cover,
  );
}

function stage(clip, index) {
  if (index === 3 && new URLSearchParams(location.search).get('tiles') === 'redirect')
    return redirected(clip);
  const video = videoOf(clip);
  if (index === 1) {
    const overlay = element('div', { className: 'overlay' });
    overlay.dataset.overlay = '';
    return element('div', { className: 'stage' }, video, overlay);
  }
  const inner = index === 2 ? element('twin-clip').show(video) : video;
  return element('div', { className: 'stage' }, inner);
}

const size = ({ key, portrait }) => {
  if (key.endsWith('_upsampled')) return '1080p';
  return portrait ? '9:16' : '16:9';
};

function card(clip, index, href) {
  const title = link(clip.title, href(clip));
  title.dir = 'auto';
  const caption = element('figcaption', {}, title, element('small', { textContent: size(clip) }));
  return element('figure', { className: 'clip' }, stage(clip, index), caption);
}

export function showAccount(user, credits) {
  byId('account').textContent = user?.name ?? 'Signed out';
  byId('credits').textContent = credits === undefined ? '' : `${credits} credits`;
}

export function showTitle(title) {
  byId('title').textContent = title || 'Projects';
  document.title = title ? `${title} – Flow (twin)` : 'Flow (twin)';
}

export function showProgress(text) {
  byId('progress').textContent = text;
}

export function showButton(id) {
  const button = element('button', { id, type: 'button', textContent: id });
  byId('composer').append(button);
  return button;
}

export function showNote(text) {
  byId('main').replaceChildren(element('p', { className: 'note', textContent: text }));
}

export function showProjects(projects, href) {
  const items = projects.map(({ projectId, projectInfo }) =>
    element('li', {}, link(projectInfo.projectTitle, href(projectId))),
  );
  byId('main').replaceChildren(element('ul', { className: 'projects' }, ...items));
  prerender([...document.querySelectorAll('.projects a')]);
}

export function showProject(clips, images, href) {
  const grid = element('section', { className: 'grid', id: 'clips' });
  grid.append(...clips.map((clip, index) => card(clip, index, href)));
  const pictures = images.map(({ key, address, title }) => {
    const image = element('img', { src: address, alt: title });
    image.dataset.key = key;
    return element('figure', {}, image, element('figcaption', { textContent: title }));
  });
  const shelf = element('section', { className: 'shelf', id: 'images' }, ...pictures);
  const empty = element('p', { className: 'note', textContent: 'Nothing here yet' });
  byId('main').replaceChildren(...(clips.length + images.length > 0 ? [grid, shelf] : [empty]));
}

export function showOne(clip, back) {
  const video = videoOf(clip);
  video.controls = true;
  const bar = element('p', { className: 'bar' }, link('← All clips', back));
  const prompt = element('p', { className: 'prompt', textContent: clip.prompt, dir: 'auto' });
  byId('main').replaceChildren(element('section', { className: 'one' }, bar, video, prompt));
}
