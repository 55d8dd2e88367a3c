import { statSync } from 'node:fs';
import type { Media } from '../media';
import type { Signer } from '../signed';
import { ASPECTS } from './models';
import { pictureUrl } from './pictures';
import { recipe, upscaledFrom } from './recipe';

const FRAMES_PER_SECOND = 24;
// Those that both sites have were made on this day.
export const BEGINNING = Date.UTC(2025, 10, 20, 17, 5);

// Google's Timestamp: seconds and nanoseconds.
export const stamp = (ms: number): [number, number] => [
  Math.floor(ms / 1000),
  (ms % 1000) * 1_000_000,
];

// An upscaled one was made after its source.
export const madeAt = (media: Media): number =>
  media.createdAt ?? (upscaledFrom(media) === undefined ? BEGINNING : BEGINNING + 3_600_000);

export interface RecordContext {
  signer: Signer;
  step: 'CAE' | null; // slot 3
  bulk?: string; // makes a list as large as some people's are
  workflowOf(media: Media): string;
}

export type RecordStatus = readonly [number, ...unknown[]];
export const DONE: RecordStatus = [3];

interface Addresses {
  file: string | null;
  thumbnail: string | null;
  picture: string | null;
  bytes: number | null;
}

const NONE: Addresses = { file: null, thumbnail: null, picture: null, bytes: null };

function listed(media: Media): Addresses {
  const url = pictureUrl(media);
  return { file: url, thumbnail: url, picture: url, bytes: statSync(media.file).size };
}

function signed(media: Media, signer: Signer): Addresses {
  const file = signer.contentAddress(media, media.kind);
  const picture = signer.contentAddress(media, 'image');
  return { ...listed(media), file, picture };
}

function build(
  media: Media,
  { file, thumbnail, picture, bytes }: Addresses,
  status: RecordStatus,
  context: RecordContext,
): unknown[] {
  const { mediaKey, projectId, title, prompt = title, seed = null, model = null } = media;
  const made = [null, seed, null, null, null, null, null, prompt, file];
  const about = [
    ...[stamp(madeAt(media)), prompt, null, null, null, thumbnail, recipe(media), null],
    ...[status, 1, picture, null, null, bytes],
  ];
  const ids = [mediaKey, projectId, context.workflowOf(media), context.step, null, about];
  if (media.kind === 'image') return [...ids, [made]];
  const video = [...made, null, null, null, model, '', null, false, ASPECTS[media.aspect]];
  const seconds = (media.frames ?? 0) / FRAMES_PER_SECOND;
  return [...ids, null, [video, [null, null, [seconds]], [mediaKey]]];
}

// In a list: pictures by tokens that hold no id, and no address of a file.
export function listedRecord(media: Media, context: RecordContext): unknown[] {
  const record = build(media, listed(media), DONE, context);
  if (context.bulk === undefined) return record;
  // Behind the slots of a clip, which an image has not: there it would be taken for a file.
  return [...Array.from({ length: 8 }, (_, index) => record[index] ?? null), [context.bulk]];
}

// Of one that is asked for: with the signed address of its file.
export const wholeRecord = (media: Media, context: RecordContext): unknown[] =>
  build(media, signed(media, context.signer), DONE, context);

// Of work: how far it is, without any address even once it is done.
export const workRecord = (media: Media, status: RecordStatus, context: RecordContext): unknown[] =>
  build(media, NONE, status, context);
