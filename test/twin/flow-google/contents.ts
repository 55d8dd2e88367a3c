import type { Media } from '../media';
import type { Project } from '../world';
import { SCENES } from './own-clips';
import { pictureUrl } from './pictures';
import {
  BEGINNING,
  listedRecord,
  madeAt,
  type RecordContext,
  type RecordStatus,
  stamp,
  workRecord,
} from './record';

const PAGE_BATCH = 'A6D14F0B-7C38-42E9-95B1-0F83C2D7E64A';

// A workflow is a tile: its versions, the newest of which it shows.
export function workflow(id: string, versions: readonly Media[], batchId = PAGE_BATCH): unknown[] {
  const [first, ...later] = versions;
  if (!first) throw new Error(`No version of ${id}`);
  const newest = later.reduce((a, b) => (madeAt(b) >= madeAt(a) ? b : a), first);
  const times = [stamp(madeAt(first)), stamp(madeAt(newest))];
  const about = [first.title, times[0], null, null, newest.mediaKey, batchId, times[1]];
  return [id, null, null, about, first.projectId];
}

function workflows(media: readonly Media[], { workflowOf }: RecordContext): unknown[][] {
  const groups = new Map<string, Media[]>();
  for (const each of media) {
    const id = workflowOf(each);
    groups.set(id, [...(groups.get(id) ?? []), each]);
  }
  return [...groups].map(([id, versions]) => workflow(id, versions));
}

// Everything in a project: workflows, records, voices, scenes, characters, clips of the scenes.
export function contents(
  project: Project,
  media: readonly Media[],
  work: readonly { result: Media; status: RecordStatus }[], // that is not done
  context: RecordContext,
): unknown[] {
  const when = stamp(BEGINNING);
  const scenes = SCENES.filter(({ projectId }) => projectId === project.id).map(({ id }) => [
    ...[id, 'Untitled Scene', null, when, when, 2, null, []],
  ]);
  return [
    null,
    workflows([...media, ...work.map(({ result }) => result)], context),
    [
      ...media.map((each) => listedRecord(each, context)),
      ...work.map(({ result, status }) => workRecord(result, status, context)),
    ],
    [['achird', 3, 'Achird']],
    scenes,
    null,
    [],
  ];
}

export function projectEntry({ id, title }: Project, media: readonly Media[]): unknown[] {
  const [first] = media;
  if (!first) return [id, [title, null, stamp(0)]];
  return [id, [title, null, stamp(madeAt(first)), pictureUrl(first), first.mediaKey]];
}
