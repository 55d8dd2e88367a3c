import { readFileSync } from 'node:fs';
import type { Look } from '../states/look';
import { drawing } from './icons';
import type { Scene } from './scenes';

export const SCREENSHOT = { width: 1280, height: 800 };
export const TILE = { width: 440, height: 280 };
export const MARQUEE = { width: 1400, height: 560 };

/** What tile and marquee say of the product. */
const LINE: Readonly<Record<Look['language'], string>> = {
  en: 'Another take of the clip you have',
  'zh-CN': '把手上的片段再拍一条',
};

/** Clips of the twin, drawn for this project. */
const CLIPS = ['street', 'witch', 'train', 'door', 'cat', 'lighthouse'];

const STYLES = ['components/styles/tokens.css', 'test/store/pictures.css'];

const sheet = (): string => STYLES.map((file) => readFileSync(file, 'utf8')).join('\n');

const png = (bytes: Buffer): string => `data:image/png;base64,${bytes.toString('base64')}`;

const clip = (name: string): string =>
  `<img src="data:image/jpeg;base64,${readFileSync(`test/twin/media/${name}.jpg`, 'base64')}">`;

const page = (kind: string, { language, theme }: Look, body: string): string =>
  `<!doctype html><html lang="${language}" style="color-scheme: ${theme}"><style>${sheet()}</style>
  <body class="${kind}">${body}</body></html>`;

const brand = (): string => `<p class="brand"><img src="${drawing()}">Second Take</p>`;

/** A screenshot's page: the product, and one line about it. */
export const scenePage = (scene: Scene, language: Look['language'], shown: Buffer): string =>
  page(
    `scene ${scene.layout}`,
    { language, theme: scene.theme },
    `<header>${brand()}<h1>${scene.words[language]}</h1></header><img class="shown" src="${png(shown)}">`,
  );

/** The small tile: name and line over a row of clips. */
export const tilePage = (language: Look['language']): string =>
  page(
    'tile',
    { language, theme: 'dark' },
    `${brand()}<h1>${LINE[language]}</h1><div class="clips">${CLIPS.slice(0, 3).map(clip).join('')}</div>`,
  );

/** The marquee: name and line beside clips. */
export const marqueePage = (language: Look['language']): string =>
  page(
    'marquee',
    { language, theme: 'dark' },
    `<header>${brand()}<h1>${LINE[language]}</h1></header><div class="clips">${CLIPS.map(clip).join('')}</div>`,
  );
