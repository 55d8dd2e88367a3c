import * as z from 'zod/mini';
import { type Entries, lenient, name, readEntries, text } from '@/lib/base/lenient';
import { type Media, UPSCALED } from '@/lib/flow/media';
import { isElsewhere, readMediaId } from '@/lib/flow/media-id';
import type { ProjectDetails } from '@/lib/flow/observation';
import { readableTitle } from '@/lib/flow/readable-title';
import { progressOf } from '@/lib/flow/status';
import { inProject, readListedMedia } from './listed-media';
import { detailsOfMade, madeSchema, momentOf, urlOf } from './media';

/** Media of a project, in the page's order. */
export interface ProjectList {
  readonly media: Media[];
  /** Where the list goes on; absent on its last page. */
  readonly next?: string;
  /** Entries that could not be read. */
  readonly leftOut: number;
}

const listSchema = z.object({ workflows: z.array(z.unknown()), nextPageToken: lenient(text) });
const workflowSchema = z.object({ workflowSteps: lenient(z.array(z.unknown())) });
const stepSchema = z.object({
  mediaGenerations: z.optional(z.unknown()),
  workflowStepLog: lenient(z.object({ stepCreationTime: lenient(text) })),
});

const generationSchema = z.object({
  mediaGenerationId: lenient(
    z.object({ projectId: lenient(text), workflowId: lenient(name), mediaKey: lenient(text) }),
  ),
  mediaData: lenient(
    z.object({
      videoData: lenient(
        z.object({
          generatedVideo: lenient(madeSchema),
          fifeUri: lenient(text),
          servingBaseUri: lenient(text),
        }),
      ),
      imageData: lenient(
        z.object({
          generatedImage: lenient(madeSchema),
          userUploadedImage: lenient(madeSchema),
          fifeUri: lenient(text),
        }),
      ),
    }),
  ),
  mediaExtraData: lenient(z.object({ mediaTitle: lenient(text) })),
});

const projectSchema = z.object({
  projectId: name,
  projectInfo: lenient(z.object({ projectTitle: lenient(text) })),
  projectName: lenient(text),
  projectContents: lenient(z.object({ media: z.optional(z.unknown()) })),
});

/**
 * Reads the answer of `project.searchProjectWorkflows`: clips, images and uploaded images. What does
 * not parse is left out, counted, and does not spoil the rest; what is not finished is no medium yet.
 * Shape: public reports of 2025 and 2026.
 *
 * @returns undefined when there is no list in it
 */
export function parseProjectList(answer: unknown, now: number): ProjectList | undefined {
  const parsed = listSchema.safeParse(answer);
  if (!parsed.success) return undefined;
  const workflows = readEntries(parsed.data.workflows, read(workflowSchema));
  const steps = workflows.entries.map(({ workflowSteps }) =>
    readEntries(workflowSteps, read(stepSchema)),
  );
  const generations = steps
    .flatMap(({ entries }) => entries)
    .map(({ mediaGenerations, workflowStepLog }) =>
      dated(
        readEntries(mediaGenerations, (entry) => readGeneration(entry, now)),
        momentOf(workflowStepLog?.stepCreationTime),
      ),
    );
  const all = [workflows, ...steps, ...generations];
  return {
    media: numbered(generations.flatMap(({ entries }) => entries)),
    ...(parsed.data.nextPageToken !== undefined && { next: parsed.data.nextPageToken }),
    leftOut: all.reduce((sum, { leftOut }) => sum + leftOut, 0),
  };
}

/**
 * Media of one step with the time of that step. An upscale may stand beside its source, in a step
 * that is older than itself: there the time says nothing of it.
 */
const dated = (
  { entries, leftOut }: Entries<Media | typeof UNFINISHED>,
  madeAt: number | undefined,
): Entries<Media | typeof UNFINISHED> => ({
  entries: entries.map((each) =>
    each === UNFINISHED ||
    madeAt === undefined ||
    (entries.length > 1 && each.key.endsWith(UPSCALED))
      ? each
      : { ...each, madeAt },
  ),
  leftOut,
});

/** Characters (code points) of a project's title: more than a view has room for. */
const TITLE_AT_MOST = 200;

/** Title of the open project from `project.getProject` or `flow.projectInitialData`. */
export function parseProject(answer: unknown): ProjectDetails | undefined {
  const parsed = projectSchema.safeParse(answer);
  if (!parsed.success) return undefined;
  const { projectId, projectInfo, projectName } = parsed.data;
  const title = projectInfo?.projectTitle ?? projectName;
  return title === undefined
    ? undefined
    : { projectId, title: Array.from(title).slice(0, TITLE_AT_MOST).join('') };
}

/** Media of the open project from `flow.projectInitialData`; finished ones have no status there. */
export function parseOpening(answer: unknown, now: number): ProjectList | undefined {
  const parsed = projectSchema.safeParse(answer);
  if (!parsed.success) return undefined;
  const { projectId, projectContents } = parsed.data;
  const listed = readEntries(projectContents?.media, (entry) => readListedMedia(entry, now));
  const done = listed.entries.filter(
    ({ status, error }) => (status === undefined && !error) || progressOf(status ?? '') === 'done',
  );
  return {
    media: numbered(done.map(({ media }) => inProject(media, projectId))),
    leftOut: listed.leftOut,
  };
}

const read =
  <Schema extends z.ZodMiniType>(schema: Schema) =>
  (entry: unknown): z.infer<Schema> | undefined =>
    schema.safeParse(entry).data;

const numbered = (media: readonly (Media | typeof UNFINISHED)[]): Media[] =>
  media.filter((each) => each !== UNFINISHED).map((each, position) => ({ ...each, position }));

/** An entry that was understood, and that names nothing which could be shown or used yet. */
const UNFINISHED = 'unfinished';

function readGeneration(entry: unknown, now: number): Media | typeof UNFINISHED | undefined {
  const parsed = generationSchema.safeParse(entry);
  if (!parsed.success) return undefined;
  const { mediaGenerationId: ids, mediaData, mediaExtraData } = parsed.data;
  const { videoData, imageData } = mediaData ?? {};
  const made =
    videoData?.generatedVideo ?? imageData?.generatedImage ?? imageData?.userUploadedImage;
  if (!made) return ids ? UNFINISHED : undefined;
  const id = readMediaId(made.mediaGenerationId ?? '');
  const projectId = ids?.projectId ?? id?.projectId;
  const isOther =
    (ids?.mediaKey !== undefined && ids.mediaKey !== id?.key) || isElsewhere(id, ids?.projectId);
  if (!id || projectId === undefined || isOther) return undefined;
  const workflowId = id.workflowId ?? ids?.workflowId;
  return {
    id: id.id,
    key: id.key,
    kind: id.kind ?? (videoData?.generatedVideo ? 'video' : 'image'),
    projectId,
    ...(workflowId !== undefined && { workflowId }),
    title: readableTitle(mediaExtraData?.mediaTitle ?? made.prompt ?? ''),
    ...detailsOfMade(made),
    ...urlOf('url', videoData?.fifeUri ?? imageData?.fifeUri),
    ...urlOf('poster', videoData?.servingBaseUri ?? imageData?.fifeUri),
    seenAt: now,
  };
}
