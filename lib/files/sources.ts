import { MINUTE_MS } from '@/lib/base/time';
import type { Media } from '@/lib/flow/media';
import { SUCCESSFUL } from '@/lib/flow/status';
import type { Job, JobIn } from '@/lib/jobs/job';
import type { FlowPort } from '@/lib/labs/client';
import { inProject } from '@/lib/labs/replies/listed-media';
import type { SessionPort } from '@/lib/queue/ports';
import type { Library } from '@/lib/storage/library';

/** A URL that ends sooner than this is renewed before it is used. */
const SOON_MS = 5 * MINUTE_MS;

/** Where a file can be had now, or why it cannot. */
export type Source =
  | { readonly ok: true; readonly url: string }
  | {
      readonly ok: false;
      readonly refusal: 'not-found' | 'no-session' | 'gone' | 'unreachable';
    };

/** What is asked for URLs. */
export interface SourcePorts {
  readonly library: Pick<Library, 'get' | 'remember'>;
  readonly status: FlowPort['status'];
  readonly session: Pick<SessionPort, 'credentials' | 'renew' | 'projectMedia'>;
  /** Accounts that an open Flow tab is signed in to. */
  readonly accounts: () => Promise<ReadonlySet<string>>;
  /** Has the clip's own page asked for its file, where that can be; whether one has answered. */
  readonly askClip: (mediaId: string) => Promise<boolean>;
  /** The job that made a clip. */
  readonly makerOf: (mediaId: string) => Promise<Job | undefined>;
  readonly now: () => number;
}

/**
 * A URL of a finished clip that works now. Signed URLs end; the status of the operation,
 * asked again, brings a new one, and so does the project's own list.
 *
 * @param refused a URL of it that did not serve, whatever its `Expires` says
 */
export async function resultUrl(
  ports: SourcePorts,
  job: Job | undefined,
  refused?: string,
): Promise<Source> {
  if (job?.state !== 'done') return { ok: false, refusal: 'not-found' };
  const { library, session, now } = ports;
  const { mediaId } = job.result;
  const known = mediaId === undefined ? undefined : await library.get(mediaId);
  const before = working(known, now(), refused);
  if (before !== undefined) return { ok: true, url: before };
  if (!(await session.credentials(job.account))) return { ok: false, refusal: 'no-session' };
  const answer = await fromOperation(ports, job);
  if (answer.url !== undefined && answer.url !== refused) return { ok: true, url: answer.url };
  if (mediaId === undefined) return none(answer.isReached);
  const list = await session.projectMedia(job.account, job.request.projectId);
  const listed = working(await library.get(mediaId), now(), refused);
  if (listed !== undefined) return { ok: true, url: listed };
  return none(answer.isReached && list !== undefined);
}

const none = (isReached: boolean): Source => ({
  ok: false,
  refusal: isReached ? 'gone' : 'unreachable',
});

/**
 * A URL of any clip that works now: as it is known, else as its job has it, else from its
 * project's own list.
 *
 * @param refused a URL of it that did not serve
 */
export async function mediaUrl(
  ports: SourcePorts,
  mediaId: string,
  refused?: string,
): Promise<Source> {
  const { library, session, now } = ports;
  const known = await library.get(mediaId);
  if (!known) return { ok: false, refusal: 'not-found' };
  const before = working(known, now(), refused);
  if (before !== undefined) return { ok: true, url: before };
  const made = await resultUrl(ports, await ports.makerOf(mediaId), refused);
  if (made.ok) return made;
  let isReached = await ports.askClip(mediaId);
  const asked = working(await library.get(mediaId), now(), refused);
  if (asked !== undefined) return { ok: true, url: asked };
  const accounts = await ports.accounts();
  for (const account of accounts) {
    const list = await session.projectMedia(account, known.projectId);
    isReached ||= list !== undefined;
    const listed = working(await library.get(mediaId), now(), refused);
    if (listed !== undefined) return { ok: true, url: listed };
  }
  return accounts.size === 0 ? { ok: false, refusal: 'no-session' } : none(isReached);
}

function working(media: Media | undefined, now: number, refused?: string): string | undefined {
  const { url, urlExpiresAt = Number.POSITIVE_INFINITY } = media ?? {};
  return urlExpiresAt - now > SOON_MS && url !== refused ? url : undefined;
}

interface Answered {
  readonly url?: string | undefined;
  /** Flow answered, if only that it no longer knows it. */
  readonly isReached: boolean;
}

async function fromOperation(
  { library, status, session }: SourcePorts,
  { result, request, account }: JobIn<'done'>,
): Promise<Answered> {
  const credentials = await session.credentials(account);
  if (result.operation === undefined || !credentials) return { isReached: true };
  const { sceneId, projectId } = request;
  const operation = { name: result.operation, sceneId, projectId, status: SUCCESSFUL };
  let outcome = await status([operation], credentials);
  if (outcome.type === 'failed' && outcome.failure.kind === 'signed-out') {
    const renewed = await session.renew(account, credentials);
    if (renewed) outcome = await status([operation], renewed);
  }
  if (outcome.type === 'failed') return { isReached: outcome.failure.kind === 'not-found' };
  const states = outcome.operations;
  const media = states.find((state) => state.media && state.name === operation.name)?.media;
  if (media) await library.remember([inProject(media, projectId)]);
  return { url: media?.url, isReached: true };
}
