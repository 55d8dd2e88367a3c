/**
 * Why a call or a generation came to nothing, by the table of errors in `docs/wire.md`.
 * `charged` is "no" only where the answer itself proves that nothing was started.
 */
export const FAILURE_KINDS = [
  'invalid',
  'not-found',
  'signed-out',
  'verification',
  'access',
  'refused',
  'content',
  'nothing',
  'throttled',
  'quota',
  'server',
  'network',
  'unreadable',
  'repeated',
  'interrupted',
  'generation',
  'fault',
  'late',
] as const;

export type FailureKind = (typeof FAILURE_KINDS)[number];

export interface Failure {
  readonly kind: FailureKind;
  readonly charged: 'no' | 'unknown';
  /** Flow's own word, as it came: `PUBLIC_ERROR_…`. */
  readonly reason?: string | undefined;
  /** Flow's own sentence, as it came. */
  readonly message?: string | undefined;
  /** HTTP status of the answer, where there was one. */
  readonly httpStatus?: number | undefined;
  /** How long Flow asked to wait, from `Retry-After` or `RetryInfo`. */
  readonly retryAfterMs?: number | undefined;
}

/** What Flow's own reasons begin with. */
export const PUBLIC = 'PUBLIC_ERROR_';

const REASON_MAX = 100;
const MESSAGE_MAX = 300;

/** A failure as it may be stored: Flow's words in one line each, and no longer than a user reads. */
export const kept = ({ reason, message, ...failure }: Failure): Failure => ({
  ...failure,
  reason: cut(reason, REASON_MAX),
  message: cut(message, MESSAGE_MAX),
});

function cut(text: string | undefined, most: number): string | undefined {
  const line = text
    ?.slice(0, most * 4)
    .replace(/\s+/g, ' ')
    .trim();
  if (line === undefined || line === '') return undefined;
  const points = Array.from(line);
  return points.length <= most ? line : `${points.slice(0, most - 1).join('')}…`;
}
