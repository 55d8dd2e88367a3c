import { invalid } from './refused';
import { exactly, integer, list, mediaKey, othersNull, ownUuid, slots, text, uuid } from './shape';

export interface Prompt {
  text: string;
  mentions: string[]; // media keys
}

// [null,null,[parts]], each part [text] or a mention [null,[[media,name]]].
export function promptOf(value: unknown, path: string): Prompt {
  const given = slots(value, path, 3);
  othersNull(given, path, 2);
  const parts = list(slots(given[2], `${path}[2]`, 1)[0], `${path}[2][0]`, 1, 40);
  const mentions: string[] = [];
  const words = parts.map((part, index) => {
    const at = `${path}[2][0][${index}]`;
    const [first, second] = slots(part, at, 1, 2);
    if (second === undefined) return text(first, at, /^/);
    if (first !== null) throw invalid(`${at}[0]: expected null`);
    const [key, name] = slots(slots(second, `${at}[1]`, 1)[0], `${at}[1][0]`, 2);
    mentions.push(mediaKey(key, at));
    return text(name, at);
  });
  return { text: text(words.join(''), path), mentions };
}

// [null, media, first frame, last frame]
export function clipOf(value: unknown, path: string): { media: string; frames: [number, number] } {
  const given = slots(value, path, 4);
  othersNull(given, path, 1, 2, 3);
  const frame = (slot: number) => integer(given[slot], `${path}[${slot}]`, 0, 100_000);
  return { media: mediaKey(given[1], `${path}[1]`), frames: [frame(2), frame(3)] };
}

// [null, media]
export function mediaOf(value: unknown, path: string): string {
  const given = slots(value, path, 2);
  othersNull(given, path, 1);
  return mediaKey(given[1], `${path}[1]`);
}

// [null, media, null, null, null, crop]; a crop is [top, left, bottom, right] from 0 to 1, 0 as null.
export function imageOf(value: unknown, path: string): string {
  const given = slots(value, path, 6);
  othersNull(given, path, 1, 5);
  for (const [side, edge] of slots(given[5], `${path}[5]`, 4).entries()) {
    const isEdge = edge === null || (typeof edge === 'number' && edge > 0 && edge <= 1);
    if (!isEdge) throw invalid(`${path}[5][${side}]: no edge of a picture`);
  }
  return mediaKey(given[1], `${path}[1]`);
}

// The last slot of a request for something new: a scene or none, and two ids of the page's own.
export function newOf(value: unknown, path: string): { scene: string | undefined; own: string } {
  const given = slots(value, path, 6);
  othersNull(given, path, 0, 4, 5);
  ownUuid(given[5], `${path}[5]`);
  const scene = given[0] === null ? undefined : uuid(given[0], `${path}[0]`);
  return { scene, own: ownUuid(given[4], `${path}[4]`) };
}

// The last slot of a request for another version of a workflow.
export function versionOf(value: unknown, path: string): { workflow: string; own: string } {
  const given = slots(value, path, 5);
  othersNull(given, path, 1, 4);
  return { workflow: uuid(given[1], `${path}[1]`), own: ownUuid(given[4], `${path}[4]`) };
}

export interface Envelope {
  projectId: string;
  token: unknown; // of the page's verification
}

const TOOL = 22;

// args[1]: [null,22,null,null,null,project,null,null,null,null,[token,1]]
export function projectOf(value: unknown): Envelope {
  const given = slots(value, 'args[1]', 11, 10, 6);
  othersNull(given, 'args[1]', 1, 5, 10);
  exactly(given[1], 'args[1][1]', TOOL);
  const verified = given[10];
  const token = Array.isArray(verified) && verified.length === 2 ? verified[0] : undefined;
  return { projectId: uuid(given[5], 'args[1][5]'), token };
}
