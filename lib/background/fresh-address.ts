import { MINUTE_MS } from '@/lib/base/time';
import type { Media } from '@/lib/flow/media';
import { SUCCESSFUL } from '@/lib/flow/status';
import type { Job, JobIn } from '@/lib/job/job';
import type { Answers } from '@/lib/message/answers';
import { liveTabs } from '@/lib/store/items';
import type { Background } from './parts';

/** An address that ends sooner than this is renewed before it is used. */
const SOON_MS = 5 * MINUTE_MS;

/**
 * An address of a finished clip that works now. Signed addresses end; the status of the operation,
 * asked again, brings a new one, and so does the project's own list for a clip that was found there.
 */
export async function freshAddress(
  background: Background,
  job: Job | undefined,
): Promise<Answers['address']> {
  if (job?.state !== 'done') return { ok: false, refusal: 'not-found' };
  const { library, heart, now } = background;
  const { mediaId } = job.result;
  const known = mediaId === undefined ? undefined : await library.get(mediaId);
  const address = working(known, now());
  if (address !== undefined) return { ok: true, address };
  if (!(await heart.ports.session.pass(job.account))) return { ok: false, refusal: 'no-session' };
  const renewed = (await fromOperation(background, job)) ?? (await fromList(background, job));
  return renewed === undefined ? { ok: false, refusal: 'gone' } : { ok: true, address: renewed };
}

/** An address of any clip that works now: as it is known, else from its project's own list. */
export async function freshMediaAddress(
  { library, heart, now }: Background,
  mediaId: string,
): Promise<Answers['mediaAddress']> {
  const known = await library.get(mediaId);
  if (!known) return { ok: false, refusal: 'not-found' };
  const address = working(known, now());
  if (address !== undefined) return { ok: true, address };
  for (const account of await liveAccounts()) {
    await heart.ports.session.projectMedia(account, known.projectId);
    const renewed = working(await library.get(mediaId), now());
    if (renewed !== undefined) return { ok: true, address: renewed };
  }
  return { ok: false, refusal: 'gone' };
}

async function liveAccounts(): Promise<Set<string>> {
  const tabs = Object.values(await liveTabs.get());
  return new Set(tabs.flatMap(({ signedIn, account }) => (signedIn && account ? [account] : [])));
}

function working(media: Media | undefined, now: number): string | undefined {
  const { address, addressExpiresAt = Number.POSITIVE_INFINITY } = media ?? {};
  return addressExpiresAt - now > SOON_MS ? address : undefined;
}

async function fromOperation(
  { library, flow, heart }: Background,
  { result, request, account }: JobIn<'done'>,
): Promise<string | undefined> {
  const { session } = heart.ports;
  const pass = await session.pass(account);
  if (result.operation === undefined || !pass) return undefined;
  const operation = { name: result.operation, sceneId: request.sceneId, status: SUCCESSFUL };
  let outcome = await flow.status([operation], pass);
  if (outcome.type === 'failed' && outcome.failure.kind === 'signed-out') {
    const renewed = await session.renew(account, pass);
    if (renewed) outcome = await flow.status([operation], renewed);
  }
  const media = outcome.type === 'answered' ? outcome.operations[0]?.media : undefined;
  if (media) await library.remember([media]);
  return media?.address;
}

async function fromList(
  { library, heart, now }: Background,
  { result, request, account }: JobIn<'done'>,
): Promise<string | undefined> {
  if (result.mediaId === undefined) return undefined;
  await heart.ports.session.projectMedia(account, request.projectId);
  return working(await library.get(result.mediaId), now());
}
