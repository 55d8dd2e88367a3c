import { isUuid } from '@/lib/base/ids';
import { failed, type Result, success } from '@/lib/base/result';

/** An upscaled clip has the key of its source with this ending (captured). */
export const UPSCALED = '_upsampled';

/** The same for 4K (reported): it ends in `UPSCALED` as well. */
export const UPSCALED_4K = `_4k${UPSCALED}`;

/** What a media id of the `operations` generation says. */
export interface MediaId {
  readonly kind: 'video' | 'image';
  /** Absent on uploaded images. */
  readonly projectId?: string;
  readonly workflowId: string;
  /** Step of the workflow that made it; absent for "CAE", which all captured ids have. */
  readonly stepId?: string;
  /** Last path element of the media's URLs; ends in `_upsampled` after an upscale. */
  readonly mediaKey: string;
}

const KINDS = { video: 5, image: 3 } as const;
const FIRST_STEP = 'CAE';

/**
 * Decodes a media id: base64url around a protobuf of the fields 1 kind (varint), 2 project,
 * 3 workflow, 4 step, 5 media key. Decoded from all captured ids. Padding, which none of them has,
 * does no harm: the id is the one without it.
 */
export function decodeMediaId(padded: string): Result<MediaId, 'not-a-media-id'> {
  const text = padded.replace(/={1,2}$/, '');
  const fields = readFields(text);
  const kind = fields?.get(1) === KINDS.video ? 'video' : 'image';
  const [projectId, workflowId, step, mediaKey] = [2, 3, 4, 5].map((tag) => fields?.get(tag));
  const stepId = String(step ?? '');
  const id: MediaId = {
    kind,
    ...(typeof projectId === 'string' && { projectId }),
    workflowId: String(workflowId ?? ''),
    ...(stepId !== FIRST_STEP && { stepId }),
    mediaKey: String(mediaKey ?? ''),
  };
  const isWhole = id.workflowId !== '' && stepId !== '' && /^[\w-]+$/.test(id.mediaKey);
  return isWhole && encodeMediaId(id) === text ? success(id) : failed('not-a-media-id');
}

/** Encodes back to the very text that was decoded. Keys and ids are ASCII shorter than 128 bytes. */
export function encodeMediaId(id: MediaId): string {
  const text = (tag: number, value: string) =>
    String.fromCharCode((tag << 3) | 2, value.length) + value;
  const bytes =
    String.fromCharCode(1 << 3, KINDS[id.kind]) +
    (id.projectId === undefined ? '' : text(2, id.projectId)) +
    text(3, id.workflowId) +
    text(4, id.stepId ?? FIRST_STEP) +
    text(5, id.mediaKey);
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** A media id of either generation, as far as it speaks for itself. */
export interface KnownMediaId {
  /** As it is sent and stored: without padding. */
  readonly id: string;
  readonly key: string;
  readonly kind?: MediaId['kind'];
  readonly projectId?: string;
  readonly workflowId?: string;
}

/**
 * Reads a media id of either generation. One of the `media` generation is a plain uuid, with
 * `_upsampled` or `_4k_upsampled` after an upscale; it is its own key and says no more (public
 * reports of 2026).
 */
export function readMediaId(text: string): KnownMediaId | undefined {
  if (isUuid(upscaledFrom(text) ?? text)) return { id: text, key: text };
  const decoded = decodeMediaId(text);
  if (!decoded.ok) return undefined;
  const { kind, mediaKey, projectId, workflowId } = decoded.value;
  const id = encodeMediaId(decoded.value);
  return { id, key: mediaKey, kind, ...(projectId !== undefined && { projectId }), workflowId };
}

/** The id or key of what an upscaled clip was made from, by its own; undefined for any other clip. */
export function upscaledFrom(text: string): string | undefined {
  const ending = [UPSCALED_4K, UPSCALED].find((each) => text.endsWith(each));
  return ending === undefined ? undefined : text.slice(0, -ending.length);
}

/** Whether an id says itself that it belongs to another project than the one it is named with. */
export const isElsewhere = (id: KnownMediaId | undefined, projectId: string | undefined): boolean =>
  id?.projectId !== undefined && projectId !== undefined && id.projectId !== projectId;

function readFields(text: string): Map<number, number | string> | undefined {
  if (!/^[\w-]{8,1000}$/.test(text)) return undefined;
  let bytes: string;
  try {
    bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return undefined;
  }
  const fields = new Map<number, number | string>();
  for (let at = 0; at + 1 < bytes.length; ) {
    const tag = bytes.charCodeAt(at);
    const value = bytes.charCodeAt(at + 1);
    const isText = (tag & 7) === 2;
    fields.set(tag >> 3, isText ? bytes.slice(at + 2, at + 2 + value) : value);
    at += isText ? 2 + value : 2;
  }
  return fields;
}
