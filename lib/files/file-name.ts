import { assertNever } from '@/lib/base/assert-never';
import { type Media, UPSCALED } from '@/lib/flow/media';
import { MOVE_TERMS } from '@/lib/flow/moves';
import { readableTitle } from '@/lib/flow/readable-title';
import type { GenerationRequest } from '@/lib/flow/request';
import type { Job } from '@/lib/jobs/job';
import { DEFAULT_TEMPLATE, type NameValues, nameFrom } from './name-template';
import { type Room, validPart } from './valid-name';

/** A title leaves room for what tells takes of it apart. */
const TITLE_ROOM: Room = { characters: 80, bytes: 150 };
const ENDING = '.mp4';
/** Flow makes its images as JPEG (public reports); browsers and viewers go by what is inside. */
const IMAGE_ENDING = '.jpg';

/** Words of a name in English, like the film terms of `MOVE_TERMS`. */
const VERBS = {
  extend: 'Extend',
  reshoot: 'Reshoot',
  upscale: 'Upscale',
  references: 'Make',
} as const;

/** What goes into a name besides the job; what is not known is left out. */
export interface NameDetails {
  readonly template?: string | undefined;
  /** Title of the project. */
  readonly project?: string | undefined;
  /** Which one of its batch, from 1. */
  readonly take?: number | undefined;
  /** The finished clip. */
  readonly made?: Media | undefined;
}

type NamedJob = Pick<Job, 'title' | 'request'> & { readonly createdAt?: number };

/** Path for the saved clip, such as `Witch lands – Orbit left.mp4`; valid on every system. */
export function fileName(
  { title, request, createdAt }: NamedJob,
  details: NameDetails = {},
): string {
  const { take, made } = details;
  return nameFrom(
    details.template ?? DEFAULT_TEMPLATE,
    {
      project: value(details.project),
      clip: value(title) || 'Clip',
      action: VERBS[request.action],
      move: request.action === 'reshoot' ? MOVE_TERMS[request.move] : '',
      take: take === undefined ? '' : String(take).padStart(2, '0'),
      size: sizeOf(made, request.action === 'upscale'),
      seed: String(request.seed),
      date: createdAt === undefined ? '' : dayOf(createdAt),
      result: resultOf(request),
    },
    ENDING,
  );
}

/** Path for a clip or an image that no job here has made. */
export function clipFileName(clip: Media, { template, project }: NameDetails = {}): string {
  const isUpscaled = clip.key.endsWith(UPSCALED);
  const values: NameValues = {
    project: value(project),
    clip: value(clip.title) || 'Clip',
    action: '',
    move: '',
    take: '',
    size: sizeOf(clip, isUpscaled),
    seed: String(clip.seed ?? ''),
    date: clip.madeAt === undefined ? '' : dayOf(clip.madeAt),
    result: isUpscaled ? (clip.resolution ?? '1080p') : '',
  };
  const ending = clip.kind === 'image' ? IMAGE_ENDING : ENDING;
  return nameFrom(template ?? DEFAULT_TEMPLATE, values, ending);
}

function resultOf(request: GenerationRequest): string {
  switch (request.action) {
    case 'reshoot':
      return MOVE_TERMS[request.move];
    case 'extend':
      return `Extended ${request.seed}`;
    case 'upscale':
      return '1080p';
    case 'references':
      return `Take ${request.seed}`;
    default:
      return assertNever(request);
  }
}

const value = (text = ''): string => validPart(readableTitle(text), TITLE_ROOM);

/** As the file was measured; until then the size that the models are reported to make. */
function sizeOf(media: Media | undefined, isUpscaled: boolean): string {
  const { width, height } = media ?? {};
  if (width !== undefined && height !== undefined) return `${Math.min(width, height)}p`;
  if (media?.kind === 'image') return '';
  return media?.resolution ?? (isUpscaled ? '1080p' : '720p');
}

/** 2026-11-20, in the user's own time zone. */
function dayOf(at: number): string {
  const day = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
