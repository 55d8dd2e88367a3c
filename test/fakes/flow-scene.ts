import { vi } from 'vitest';
import { canLift } from '@/lib/jobs/hold';
import { createFlowClient } from '@/lib/labs/client';
import { submitNext } from '@/lib/queue/submit-next';
import { waiting } from '../samples/jobs';
import { createFakePorts } from './fake-ports';

/** An answer of Flow: HTTP status, body, headers. `broken` is a connection that breaks. */
export type Given =
  | readonly [status: number, body: unknown, headers?: Record<string, string>]
  | 'broken';

export const GAP_MS = 10_000;
export const MINUTE = 60_000;
const PREFIX = 'PUBLIC_ERROR_';

const TYPE = 'type.googleapis.com/google.rpc.ErrorInfo';
/** Google's error body; reasons without their prefix. */
export const error = (code: number, status: string, ...reasons: string[]) => ({
  error: {
    code,
    message: 'Refused.',
    status,
    details: reasons.map((word) => ({ '@type': TYPE, reason: PREFIX + word })),
  },
});
export const INTERNAL: Given = [500, error(500, 'INTERNAL')];
export const UNUSUAL: Given = [
  429,
  error(429, 'RESOURCE_EXHAUSTED', 'UNUSUAL_ACTIVITY_TOO_MUCH_TRAFFIC'),
];
export const BARE: Given = [403, error(403, 'PERMISSION_DENIED')];

/** What a test puts in the place of `fetch`. */
export const fetching = vi.fn<typeof fetch>();

/** The real client and the real queue; Flow answers as told, and takes everything after that. */
export function createScene(answers: readonly Given[], jobs = 4) {
  const fake = createFakePorts(Array.from({ length: jobs }, (_, index) => waiting(index + 1)));
  const { world, ports, stored } = fake;
  world.balance = 1540;
  const left = [...answers];
  fetching.mockImplementation(async (_url, init) => {
    const given = left.shift();
    if (given === 'broken') throw new TypeError('broken');
    if (given) {
      const [status, body, headers = {}] = given;
      return new Response(typeof body === 'string' ? body : JSON.stringify(body), {
        status,
        headers,
      });
    }
    const { requests } = JSON.parse(String(init?.body));
    const { sceneId } = requests[0].metadata;
    return new Response(
      JSON.stringify({
        operations: [
          {
            operation: { name: `operation of ${sceneId}` },
            sceneId,
            status: 'MEDIA_GENERATION_STATUS_PENDING',
          },
        ],
      }),
    );
  });
  const real = { ...ports, flow: createFlowClient(() => world.now) };
  return {
    ...fake,
    ports: real,
    /** The queue looks for its next job, as often as the pace lets it, for some time. */
    async credentials(ms: number): Promise<void> {
      const end = world.now + ms;
      for (; world.now <= end; world.now += GAP_MS) await submitNext(real);
      world.now = end;
    },
    /** The user presses the way on, if it is there. */
    lift(): boolean {
      const lifted = world.hold !== undefined && canLift(world.hold, world.now);
      if (lifted) world.hold = undefined;
      return lifted;
    },
    sent: () => fetching.mock.calls.length,
    states: () => [...stored.values()].map(({ state }) => state),
    unknown: () => [...stored.values()].filter(({ state }) => state === 'unknown').length,
  };
}

export const quota = (code: number, status: string, word = 'USER_QUOTA_REACHED'): Given => [
  code,
  error(code, status, word),
];
