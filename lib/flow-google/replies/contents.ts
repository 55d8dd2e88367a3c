import { type Entries, readEntries } from '@/lib/base/lenient';
import type { Media, SeenMedia } from '@/lib/flow/media';
import { at, listAt, textAt } from '../positions';
import { type FlowRecord, isRecord, mediaOfRecord, readRecord } from '../record';
import { readWorkflow, type Workflow } from '../workflow';

/** Finished media that an answer names. */
export interface MediaReply {
  readonly media: Media[];
  /** All records that were read, those that are not finished as well. */
  readonly records: readonly FlowRecord[];
  /** Entries that could not be read. */
  readonly leftOut: number;
}

/**
 * Reads what a project holds (reported): [1] tiles, [2] records, [4] scenes, [6] clips of the scenes.
 * Clips and images come in the order of their tiles, those that lie in the trash not at all.
 */
export function parseContents(payload: unknown, now: number): MediaReply {
  const { entries: workflows, leftOut } = readEntries(at(payload, 1), readWorkflow);
  const titles = new Map(workflows.map(({ id, title }) => [id, title]));
  const places = new Map(workflows.map(({ id }, index) => [id, index]));
  const trash = trashIn(listAt(payload, 4), workflows);
  const own = readEntries(at(payload, 2), readRecord);
  const ofScenes = readEntries(at(payload, 6), (clip) => readSceneClip(clip, trash));
  const found = [...own.entries, ...ofScenes.entries.filter((clip) => clip !== TRASHED)];
  const records = unique(found.filter(({ workflowId = '' }) => !trash.has(workflowId)));
  const placeOf = ({ workflowId = '' }: SeenMedia) => places.get(workflowId) ?? places.size;
  const media = finished(records, ({ workflowId = '' }) => titles.get(workflowId), now);
  return {
    media: media.entries
      .sort((one, other) => placeOf(one) - placeOf(other))
      .map((each, position) => ({ ...each, position })),
    records,
    leftOut: leftOut + own.leftOut + ofScenes.leftOut + media.leftOut,
  };
}

/** Reads a list of records without anything beside it. */
export function parseMedia(list: unknown, now: number): MediaReply {
  const { entries: records, leftOut } = readEntries(list, readRecord);
  const media = finished(records, () => undefined, now);
  return { media: media.entries, records, leftOut: leftOut + media.leftOut };
}

const DONE = 3;

/** What is not finished is no medium yet, and one of no project can be shown in none. */
function finished(
  records: readonly FlowRecord[],
  titleOf: (record: FlowRecord) => string | undefined,
  now: number,
): Entries<Media> {
  const done = records.filter(
    ({ status, error }) => status === DONE || (status === undefined && !error),
  );
  const media = done.flatMap((record): Media[] => {
    const { projectId, ...seen } = mediaOfRecord(record, now, titleOf(record));
    return projectId === undefined ? [] : [{ ...seen, projectId }];
  });
  return { entries: media, leftOut: done.length - media.length };
}

/** Of records of one medium the first. */
function unique(records: readonly FlowRecord[]): FlowRecord[] {
  const ids = new Set<string>();
  return records.filter(({ id }) => !ids.has(id) && ids.add(id));
}

/** Ids of tiles and scenes in the trash; a scene is `[id, title, …, flags at 7]`, and `[true]` says it. */
const trashIn = (scenes: readonly unknown[], workflows: readonly Workflow[]): Set<string> =>
  new Set([
    ...workflows.filter(({ isTrashed }) => isTrashed).map(({ id }) => id),
    ...scenes
      .filter((scene) => at(scene, 7, 0) === true)
      .flatMap((scene) => textAt(scene, 0) ?? []),
  ]);

/** A clip that was understood, and whose scene lies in the trash. */
const TRASHED = 'trashed';

/** The clip of a scene: a record, or one beside what places it in its scene (no report shows more). */
function readSceneClip(
  clip: unknown,
  trash: ReadonlySet<string>,
): FlowRecord | typeof TRASHED | undefined {
  const parts = listAt(clip);
  if (parts.some((part) => typeof part === 'string' && trash.has(part))) return TRASHED;
  return readRecord(isRecord(clip) ? clip : parts.find(isRecord));
}
