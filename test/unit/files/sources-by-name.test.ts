import { expect, it, vi } from 'vitest';
import { resultUrl, type SourcePorts } from '@/lib/files/sources';
import type { Media } from '@/lib/flow/media';
import { clip, JOBS, OPERATION } from '../../samples/jobs';

const at = (key: string) =>
  `https://storage.googleapis.com/ai-sandbox-videofx/video/${key}?Expires=4102444800`;

it('Flow’s answer with one fresh address counts for the operation of that name alone', async () => {
  const own = clip(2, { url: at('own') });
  const other = clip(3, { url: at('other') });
  const state = (name: string, media?: Media) => ({
    name,
    status: 'SUCCESSFUL',
    progress: 'done' as const,
    ...(media && { media }),
  });
  const operations = [
    state('ffffffffffffffffffffffffffffffff', other),
    state(OPERATION),
    state(OPERATION, own),
  ];
  const remember = vi.fn();
  const ports = {
    library: { get: async () => undefined, remember },
    status: async () => ({ type: 'answered', operations }),
    session: { credentials: async () => ({ token: 't', sessionId: ';1' }) },
    now: () => 0,
  } as unknown as SourcePorts;
  const job = { ...JOBS.done, result: { operation: OPERATION, hasFile: false } };
  expect(await resultUrl(ports, job)).toEqual({ ok: true, url: at('own') });
  expect(remember).toHaveBeenCalledWith([own]);
});
