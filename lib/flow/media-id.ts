import { failed, type Result, success } from '@/lib/base/result';

/** What a media id of the `operations` generation says. */
export interface MediaId {
  readonly kind: 'video' | 'image';
  /** Absent on uploaded images. */
  readonly projectId?: string;
  readonly workflowId: string;
  /** Last path element of the media's addresses; ends in `_upsampled` after an upscale. */
  readonly mediaKey: string;
}

const KINDS = { video: 5, image: 3 } as const;
const STEP = 'CAE';

/**
 * Decodes a media id: base64url without padding around a protobuf of the fields 1 kind (varint),
 * 2 project, 3 workflow, 4 the constant "CAE", 5 media key. Decoded from all captured ids.
 */
export function decodeMediaId(text: string): Result<MediaId, 'not-a-media-id'> {
  const fields = readFields(text);
  const kind = fields?.get(1) === KINDS.video ? 'video' : 'image';
  const [projectId, workflowId, step, mediaKey] = [2, 3, 4, 5].map((tag) => fields?.get(tag));
  const id: MediaId = {
    kind,
    ...(typeof projectId === 'string' && { projectId }),
    workflowId: String(workflowId ?? ''),
    mediaKey: String(mediaKey ?? ''),
  };
  const known = step === STEP && id.workflowId !== '' && id.mediaKey !== '';
  return known && encodeMediaId(id) === text ? success(id) : failed('not-a-media-id');
}

/** Encodes back to the very text that was decoded. Keys and ids are ASCII shorter than 128 bytes. */
export function encodeMediaId(id: MediaId): string {
  const text = (tag: number, value: string) =>
    String.fromCharCode((tag << 3) | 2, value.length) + value;
  const bytes =
    String.fromCharCode(1 << 3, KINDS[id.kind]) +
    (id.projectId === undefined ? '' : text(2, id.projectId)) +
    text(3, id.workflowId) +
    text(4, STEP) +
    text(5, id.mediaKey);
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

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
