import type { Work } from '../models';
import { invalid } from './refused';
import { exactly, integer, list, othersNull, ownUuid, slots, text, uuid } from './shape';
import { clipOf, imageOf, mediaOf, newOf, projectOf, promptOf, versionOf } from './submit-inputs';

export interface SubmitItem {
  path: string;
  model: string;
  aspect: number;
  own: string; // the page's id for it
  clip?: string; // media key of what is extended, edited, upscaled
  frames?: [number, number];
  workflow?: string;
  scene?: string;
  images: { role: 'start' | 'end' | 'reference'; mediaKey: string }[];
  prompt?: string;
  resolution?: number;
}

export interface SubmitArgs {
  projectId: string;
  token: unknown;
  batchId: string;
  scene?: string;
  items: SubmitItem[];
}

type Reader = (value: unknown, path: string) => Omit<SubmitItem, 'path'>;

const aspectOf = (value: unknown, path: string) => integer(value, path, 1, 2);
const MOST_IMAGES = 7;

function newClip(value: unknown, path: string) {
  const { scene, own } = newOf(value, path);
  if (scene !== undefined) throw invalid(`${path}[0]: no scene here`);
  return { own };
}

function words(value: unknown, path: string, mayName: readonly string[] = []) {
  const { text: prompt, mentions } = promptOf(value, path);
  if (!mentions.every((key) => mayName.includes(key))) throw invalid(`${path}: names no reference`);
  return { prompt };
}

const head = (given: unknown[], path: string, slot: number) => ({
  model: text(given[slot], `${path}[${slot}]`),
  aspect: aspectOf(given[slot + 1], `${path}[${slot + 1}]`),
});

const UPSCALE_SLOTS = 32;

const READERS: Record<Exclude<Work, 'reshoot'>, Reader> = {
  text(value, path) {
    const given = slots(value, path, 5);
    othersNull(given, path, 0, 1, 2, 4);
    const own = newClip(given[4], `${path}[4]`);
    return { ...head(given, path, 1), ...own, ...words(given[0], `${path}[0]`), images: [] };
  },
  'start-image'(value, path) {
    const given = slots(value, path, 6);
    othersNull(given, path, 0, 1, 2, 4, 5);
    const images = [{ role: 'start' as const, mediaKey: imageOf(given[4], `${path}[4]`) }];
    const own = newClip(given[5], `${path}[5]`);
    return { ...head(given, path, 1), ...own, ...words(given[0], `${path}[0]`), images };
  },
  'start-end-image'(value, path) {
    const given = slots(value, path, 7);
    othersNull(given, path, 0, 1, 2, 4, 5, 6);
    const images = [
      { role: 'start' as const, mediaKey: imageOf(given[4], `${path}[4]`) },
      { role: 'end' as const, mediaKey: imageOf(given[5], `${path}[5]`) },
    ];
    const own = newClip(given[6], `${path}[6]`);
    return { ...head(given, path, 1), ...own, ...words(given[0], `${path}[0]`), images };
  },
  references(value, path) {
    const given = slots(value, path, 6);
    othersNull(given, path, 0, 1, 2, 3, 5);
    const keys = list(given[1], `${path}[1]`, 1, MOST_IMAGES).map((each, index) =>
      mediaOf(each, `${path}[1][${index}]`),
    );
    const images = keys.map((mediaKey) => ({ role: 'reference' as const, mediaKey }));
    const own = newClip(given[5], `${path}[5]`);
    return { ...head(given, path, 2), ...own, ...words(given[0], `${path}[0]`, keys), images };
  },
  extend(value, path) {
    const given = slots(value, path, 6);
    othersNull(given, path, 0, 1, 2, 3, 5);
    const { media, frames } = clipOf(given[0], `${path}[0]`);
    const { scene, own } = newOf(given[5], `${path}[5]`);
    if (scene === undefined) throw invalid(`${path}[5][0]: no scene`);
    const { prompt } = words(given[1], `${path}[1]`);
    return { ...head(given, path, 2), own, scene, clip: media, frames, prompt, images: [] };
  },
  edit(value, path) {
    const given = slots(value, path, 5);
    const { media, frames } = clipOf(given[0], `${path}[0]`);
    const version = versionOf(given[4], `${path}[4]`);
    const { prompt } = words(given[1], `${path}[1]`);
    return { ...head(given, path, 2), ...version, clip: media, frames, prompt, images: [] };
  },
  upscale(value, path) {
    const given = slots(value, path, UPSCALE_SLOTS);
    othersNull(given, path, 0, 2, 4, 6, UPSCALE_SLOTS - 1);
    return {
      model: text(given[UPSCALE_SLOTS - 1], `${path}[${UPSCALE_SLOTS - 1}]`),
      aspect: aspectOf(given[2], `${path}[2]`),
      ...versionOf(given[4], `${path}[4]`),
      clip: mediaOf(given[0], `${path}[0]`),
      resolution: integer(given[6], `${path}[6]`, 1, 3),
      images: [],
    };
  },
};

// args[2]: [batch], [batch,2], or of an extension [batch,2,null,[scene,position]].
function batchOf(value: unknown, work: Work): Pick<SubmitArgs, 'batchId' | 'scene'> {
  const given = slots(value, 'args[2]', work === 'upscale' ? 1 : work === 'extend' ? 4 : 2);
  othersNull(given, 'args[2]', 0, 1, 3);
  const batchId = ownUuid(given[0], 'args[2][0]');
  if (work !== 'upscale') exactly(given[1], 'args[2][1]', 2);
  if (work !== 'extend') return { batchId };
  const [scene, position] = slots(given[3], 'args[2][3]', 2);
  integer(position, 'args[2][3][1]', 0, 1000);
  return { batchId, scene: uuid(scene, 'args[2][3][0]') };
}

export function submitArgs(args: unknown, work: Exclude<Work, 'reshoot'>): SubmitArgs {
  const [requests, context, batch] = slots(args, 'args', 3);
  const items = list(requests, 'args[0]', 1, 4).map((each, index) => {
    const path = `args[0][${index}]`;
    return { path, ...READERS[work](each, path) };
  });
  return { ...projectOf(context), ...batchOf(batch, work), items };
}
