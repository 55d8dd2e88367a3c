// Of the whole request: nothing of it was done.
export class HttpRefused extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 405,
    why: string,
  ) {
    super(why);
  }
}

// Of one call: it stands in slot 5 of its entry.
export class RpcRefused extends Error {
  constructor(
    readonly slot: readonly unknown[],
    why: string,
  ) {
    super(why);
  }
}

const INFO = 'type.googleapis.com/google.rpc.ErrorInfo';

export const invalid = (why: string) => new RpcRefused([3], why);
export const notFound = (why: string) => new RpcRefused([5], why);
export const withReason = (code: number, reason: string) =>
  new RpcRefused([code, null, [[INFO, [reason]]]], reason);

export const unusual = () => withReason(7, 'PUBLIC_ERROR_UNUSUAL_ACTIVITY');
export const modelDenied = () => withReason(7, 'PUBLIC_ERROR_MODEL_ACCESS_DENIED');
export const quotaReached = () => withReason(8, 'PUBLIC_ERROR_USER_QUOTA_REACHED');

const CODES: Record<string, number> = {
  INVALID_ARGUMENT: 3,
  NOT_FOUND: 5,
  PERMISSION_DENIED: 7,
  RESOURCE_EXHAUSTED: 8,
  UNIMPLEMENTED: 12,
  INTERNAL: 13,
  UNAVAILABLE: 14,
};

// google.rpc.Code of a status word; UNKNOWN where there is none.
export const codeOf = (status: string): number => CODES[status] ?? 2;
