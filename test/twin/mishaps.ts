import { type Answer, json } from './exchange';
import { Refusal, reason, unauthenticated } from './refusal';

export interface Failure {
  code: number;
  message: string;
  word?: 'FAILED' | 'CANCELED'; // how the operation ends, FAILED unless it is said
}

// Before: nothing is started and nothing charged. After: everything is, and only the answer is lost.
export type When = 'before' | 'after';

// Any answer at all: a body that is no text goes out as JSON.
export interface Given {
  status: number;
  headers?: Record<string, string>;
  body: unknown;
}

// What goes wrong with a call. Bodies are spoiled after everything is done and charged; a word
// stands in for the true status of every operation of one status reply.
export type Mishap =
  | { answer: Given; when?: When } // this very answer, instead of the call or after it
  | {
      refuse: {
        code: number;
        status: string;
        reason?: string;
        message?: string;
        retryAfter?: number;
      };
    }
  | { tokenEnds: true } // the token it comes with, and every other of that account, has ended: 401
  | { cut: true | When } // the connection breaks inside the answer's head; true is after
  | { reset: When } // the connection breaks before the first byte of an answer
  | { hang: When } // no answer ever
  | { body: 'half' | 'html' | 'empty' | 'error' } // error is a 500 after all
  | { word: string }
  | { operations: 'missing' | 'extra' | 'doubled' }
  | { fail: Failure }; // accepted, and the operation ends FAILED or CANCELED (not billed)

export type Kind = 'submit' | 'status';
// What can be answered with anything; the last is a whole request to flow.google.com.
export type Answered = Kind | 'credits' | 'session' | 'trpc' | 'batchexecute';
export type MishapSource = (kind: Kind) => Mishap | undefined;

export interface Mishaps {
  // About: only calls whose body contains that text meet it. What it gives back ends it.
  add(kind: Kind, mishap: Mishap, times?: number, about?: string): () => void;
  answer(kind: Answered, given: Given, times?: number, about?: string): () => void; // so does this
  take(kind: Kind, body: unknown): Mishap | undefined;
  given(kind: Answered, body?: string): Answer | undefined; // for calls that nothing else can happen to
}

const INTERNAL = new Refusal(500, 'INTERNAL', 'Internal error encountered.').body;

export function createMishaps(source: MishapSource = () => undefined): Mishaps {
  const waiting: { kind: Answered; mishap: Mishap; left: number; about: string }[] = [];
  function add(kind: Answered, mishap: Mishap, times = 1, about = ''): () => void {
    const entry = { kind, mishap, left: times, about };
    waiting.push(entry);
    return () => {
      entry.left = 0;
    };
  }
  function ordered(kind: Answered, body = ''): Mishap | undefined {
    const next = waiting.find(
      (each) => each.kind === kind && each.left > 0 && body.includes(each.about),
    );
    if (next) next.left -= 1;
    return next?.mishap;
  }
  return {
    add,
    answer: (kind, answer, times, about) => add(kind, { answer }, times, about),
    take: (kind, body) => ordered(kind, JSON.stringify(body)) ?? source(kind),
    given(kind, body) {
      const next = ordered(kind, body);
      return next && 'answer' in next ? given(next.answer) : undefined;
    },
  };
}

// What comes instead of doing the call at all: a refusal is thrown, a broken connection is an answer.
export function instead(mishap: Mishap | undefined, endTokens: () => void): Answer | undefined {
  if (!mishap) return undefined;
  if ('tokenEnds' in mishap) {
    endTokens();
    throw unauthenticated();
  }
  if ('refuse' in mishap) throw refusal(mishap.refuse);
  if ('answer' in mishap) return mishap.when === 'after' ? undefined : given(mishap.answer);
  const broken = breakOf(mishap);
  if (broken?.when !== 'before') return undefined;
  return { status: 0, broken: broken.how, reason: `${broken.how} before` };
}

// What becomes of the answer of a call that was done.
export function spoil(answer: Answer, mishap: Mishap | undefined): Answer {
  if (!mishap) return answer;
  if ('answer' in mishap) return { ...answer, ...given(mishap.answer) };
  const broken = breakOf(mishap);
  if (broken) return { ...answer, broken: broken.how, reason: `${broken.how} after` };
  if (!('body' in mishap)) return answer;
  const { body = '' } = answer;
  const said = { ...answer, reason: `body ${mishap.body}` };
  if (mishap.body === 'half') return { ...said, body: body.slice(0, body.length / 2) };
  if (mishap.body === 'empty') return { ...said, body: '' };
  if (mishap.body === 'error') return { ...said, status: 500, body: INTERNAL };
  const headers = { ...answer.headers, 'content-type': 'text/html; charset=utf-8' };
  return { ...said, headers, body: '<!doctype html><title>Error</title><h1>That’s an error.</h1>' };
}

function breakOf(mishap: Mishap): { how: 'cut' | 'reset' | 'hang'; when: When } | undefined {
  if ('cut' in mishap) return { how: 'cut', when: mishap.cut === true ? 'after' : mishap.cut };
  if ('reset' in mishap) return { how: 'reset', when: mishap.reset };
  return 'hang' in mishap ? { how: 'hang', when: mishap.hang } : undefined;
}

function given({ status, headers, body }: Given): Answer {
  const said = { status, reason: `answered with ${status}` };
  if (typeof body !== 'string') {
    const { headers: own, body: text = '' } = json(body);
    return { ...said, headers: { ...own, ...headers }, body: text };
  }
  return { ...said, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body };
}

function refusal(about: Extract<Mishap, { refuse: unknown }>['refuse']): Refusal {
  const { code, status, message, reason: word, retryAfter } = about;
  return new Refusal(
    code,
    status,
    message ?? status,
    word ? [reason(word)] : [],
    retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
  );
}
