import { beforeEach, describe, expect, it } from 'vitest';
import { mediaUrl, resultUrl, type SourcePorts } from '@/lib/files/sources';
import type { Failure } from '@/lib/flow/failure';
import type { Media } from '@/lib/flow/media';
import type { StatusOutcome } from '@/lib/labs/client';
import { Database } from '@/lib/storage/database';
import { createLibrary } from '@/lib/storage/library';
import { clip, JOBS } from '../../samples/jobs';

const NOW = 1_000_000;
const LATER = NOW + 6 * 3_600_000;
const { done } = JOBS;
const made = clip(5);
const job = { ...done, result: { mediaId: made.id, operation: 'ab', hasFile: false } };

let library: ReturnType<typeof createLibrary>;
let asked: string[];
let byOperation: Media | Failure['kind'] | undefined;
let byList: Media | 'no-tab' | undefined;
let isSignedIn: boolean;
let count = 0;

const at = (url: string, urlExpiresAt = LATER): Media => ({
  ...made,
  url,
  urlExpiresAt,
});

const ports = (): SourcePorts => ({
  library,
  askClip: async () => false,
  async status(): Promise<StatusOutcome> {
    asked.push('operation');
    if (typeof byOperation === 'string')
      return { type: 'failed', failure: { kind: byOperation, charged: 'no' } };
    const state = {
      name: 'ab',
      status: 'MEDIA_GENERATION_STATUS_SUCCESSFUL',
      progress: 'done',
    } as const;
    return {
      type: 'answered',
      operations: [{ ...state, ...(byOperation && { media: byOperation }) }],
    };
  },
  session: {
    credentials: async () => (isSignedIn ? { token: 'a', sessionId: ';1' } : undefined),
    renew: async () => undefined,
    async projectMedia() {
      asked.push('list');
      if (byList === 'no-tab') return undefined;
      if (byList) await library.remember([byList]);
      return byList ? [byList] : [];
    },
  },
  accounts: async () => new Set(isSignedIn ? ['ada'] : []),
  makerOf: async (mediaId) => (mediaId === made.id ? job : undefined),
  now: () => NOW,
});

beforeEach(async () => {
  library = createLibrary(new Database(`sources-${count++}`));
  asked = [];
  byOperation = undefined;
  byList = undefined;
  isSignedIn = true;
  await library.remember([at('https://known')]);
});

describe.each([
  ['a result', (refused?: string) => resultUrl(ports(), job, refused)],
  ['a clip that a job has made', (refused?: string) => mediaUrl(ports(), made.id, refused)],
])('the address of %s', (_, look) => {
  it('is the known one while it works, and nobody is asked', async () => {
    expect(await look()).toEqual({ ok: true, url: 'https://known' });
    expect(asked).toEqual([]);
  });

  it('is a fresh one of the operation when the known one was refused or ends soon', async () => {
    byOperation = at('https://fresh');
    expect(await look('https://known')).toEqual({ ok: true, url: 'https://fresh' });
    expect(asked).toEqual(['operation']);
    await library.remember([at('https://soon', NOW + 60_000)]);
    byOperation = at('https://fresher');
    expect(await look()).toEqual({ ok: true, url: 'https://fresher' });
  });

  it.each(['server', 'not-found'] as const)(
    'is one of the list when the operation answers %s',
    async (kind) => {
      byOperation = kind;
      byList = at('https://listed');
      expect(await look('https://known')).toEqual({ ok: true, url: 'https://listed' });
      expect(asked.slice(0, 2)).toEqual(['operation', 'list']);
    },
  );

  it('is one of the list when the operation brings the refused one again', async () => {
    byOperation = at('https://known');
    byList = at('https://listed');
    expect(await look('https://known')).toEqual({ ok: true, url: 'https://listed' });
  });

  it('is gone when Flow knows none, and only unreachable when Flow did not answer', async () => {
    byOperation = 'not-found';
    expect(await look('https://known')).toEqual({ ok: false, refusal: 'gone' });
    byOperation = 'network';
    byList = 'no-tab';
    expect(await look('https://known')).toEqual({ ok: false, refusal: 'unreachable' });
  });

  it('needs a session when it is to be fresh', async () => {
    isSignedIn = false;
    expect(await look('https://known')).toEqual({ ok: false, refusal: 'no-session' });
    expect(asked).toEqual([]);
  });
});

it('there is no address of a job that is not done, nor of a clip that nobody has seen', async () => {
  const none = { ok: false, refusal: 'not-found' };
  expect(await resultUrl(ports(), JOBS.running)).toEqual(none);
  expect(await resultUrl(ports(), undefined)).toEqual(none);
  expect(await mediaUrl(ports(), 'nothing')).toEqual(none);
});
