import { MINUTE_MS } from '@/lib/base/time';
import { SUCCESSFUL } from '@/lib/flow/status';
import type { Job } from '@/lib/job/job';
import type { Answers } from '@/lib/message/answers';
import { passFor } from '@/lib/session/session';
import type { Background } from './parts';

/** An address that ends sooner than this is renewed before it is used. */
const SOON_MS = 5 * MINUTE_MS;

/**
 * An address of a finished clip that works now. Signed addresses end; the status of the operation,
 * asked again, brings a new one.
 */
export async function freshAddress(
  { library, flow, now }: Background,
  job: Job | undefined,
): Promise<Answers['address']> {
  if (job?.state !== 'done') return { ok: false, refusal: 'not-found' };
  const { mediaId, operation } = job.result;
  const media = mediaId === undefined ? undefined : await library.get(mediaId);
  const { address, addressExpiresAt = Number.POSITIVE_INFINITY } = media ?? {};
  if (address !== undefined && addressExpiresAt - now() > SOON_MS) return { ok: true, address };
  if (operation === undefined) return { ok: false, refusal: 'gone' };
  const pass = await passFor(job.account, now());
  if (!pass) return { ok: false, refusal: 'no-session' };
  const reference = { name: operation, sceneId: job.request.sceneId, status: SUCCESSFUL };
  const outcome = await flow.status([reference], pass);
  const renewed = outcome.type === 'answered' ? outcome.operations[0]?.media : undefined;
  if (renewed?.address === undefined) return { ok: false, refusal: 'gone' };
  await library.remember([renewed]);
  return { ok: true, address: renewed.address };
}
