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
  'throttled',
  'quota',
  'server',
  'network',
  'unreadable',
  'repeated',
  'interrupted',
  'generation',
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
  /** How long Flow asked to wait, from `Retry-After`. */
  readonly retryAfterMs?: number | undefined;
}
