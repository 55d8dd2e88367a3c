import { Refusal, reason } from './refusal';

export interface Failure {
  code: number;
  message: string;
}

// What goes wrong with one of the next calls:
// refuse: nothing is started, Google's error body; cut: everything is done and charged, but the
// connection breaks instead of an answer; fail: accepted, and the operation ends FAILED (not billed).
export type Mishap =
  | {
      refuse: {
        code: number;
        status: string;
        reason?: string;
        message?: string;
        retryAfter?: number;
      };
    }
  | { cut: true }
  | { fail: Failure };

export interface Mishaps {
  add(kind: 'submit' | 'status', mishap: Mishap): void;
  take(kind: 'submit' | 'status'): Mishap | undefined;
}

export function createMishaps(): Mishaps {
  const waiting: { kind: 'submit' | 'status'; mishap: Mishap }[] = [];
  return {
    add: (kind, mishap) => {
      waiting.push({ kind, mishap });
    },
    take(kind) {
      const at = waiting.findIndex((each) => each.kind === kind);
      return at < 0 ? undefined : waiting.splice(at, 1)[0]?.mishap;
    },
  };
}

export function refusal(mishap: Mishap | undefined): Refusal | undefined {
  if (!mishap || !('refuse' in mishap)) return undefined;
  const { code, status, message, reason: word, retryAfter } = mishap.refuse;
  return new Refusal(
    code,
    status,
    message ?? status,
    word ? [reason(word)] : [],
    retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
  );
}
