import type { Media } from '@/lib/flow/media';
import { shownPrice } from '@/lib/flow/models';
import type { Observation } from '@/lib/flow/observation';
import { readableTitle } from '@/lib/flow/readable-title';
import type { Started } from '@/lib/flow/started';
import { PENDING } from '@/lib/flow/status';
import { isKnownTier } from '@/lib/flow/tier';
import type { PageJob } from '@/lib/jobs/page-job';
import { preparedFor } from '@/lib/jobs/recognise';
import { type LiveTab, learnedModels } from '@/lib/storage/items';
import type { Library } from '@/lib/storage/library';
import type { PageJobStore } from '@/lib/storage/page-job-store';

export interface PageJobUses {
  readonly store: Pick<PageJobStore, 'add' | 'prepared' | 'recognise' | 'hear' | 'see'>;
  readonly library: Pick<Library, 'some'>;
}

/**
 * Follows what the user starts in Flow's own page by what the page is told about it. Nothing is asked
 * for it, not even its poster: a script of the page can make all of it up.
 *
 * @param tab whose account is known
 * @param now epoch ms
 */
export async function followPageJobs(
  { store, library }: PageJobUses,
  { started = [], operations, media, list }: Observation,
  tab: LiveTab,
  now: number,
): Promise<void> {
  const { account } = tab;
  if (account === undefined) return;
  const jobs = await Promise.all(
    // A ms apart each: the list keeps the order of the call.
    started.map((each, index) => jobOf(each, started, library, { ...tab, account }, now + index)),
  );
  await keep(
    store,
    jobs.filter((job) => job !== undefined),
    started,
    account,
  );
  if (operations.length > 0) await store.hear(operations, account, now);
  if (list === 'seen') await store.see(media, now);
}

/** A submit that was prepared here takes the place of what waits for it; others are added. */
async function keep(
  store: Pick<PageJobStore, 'add' | 'prepared' | 'recognise'>,
  jobs: readonly PageJob[],
  started: readonly Started[],
  account: string,
): Promise<void> {
  if (jobs.length === 0) return;
  let waiting = await store.prepared(account);
  const others: PageJob[] = [];
  for (const job of jobs) {
    const submit = started.find(({ operation }) => operation === job.id);
    const prepared = submit && preparedFor(waiting, submit);
    if (!prepared) others.push(job);
    else {
      await store.recognise(prepared.id, job);
      waiting = waiting.filter(({ id }) => id !== prepared.id);
    }
  }
  if (others.length > 0) await store.add(others);
}

async function jobOf(
  started: Started,
  all: readonly Started[],
  library: Pick<Library, 'some'>,
  { account, tier, projectId: open }: LiveTab & { readonly account: string },
  now: number,
): Promise<PageJob | undefined> {
  const { operation, prompt, model, sourceIds } = started;
  const sources = await library.some(sourceIds);
  const source = sources.get(sourceIds[0] ?? '');
  const projectId = started.projectId ?? open ?? source?.projectId;
  if (projectId === undefined) return undefined;
  const paid = tier !== undefined && isKnownTier(tier) ? tier : undefined;
  const price =
    model === undefined ? undefined : shownPrice(model, await learnedModels.get(), paid);
  const { aspect, seed, move, range, mediaId } = started;
  return {
    id: operation,
    batchId: started.batchId ?? all[0]?.operation ?? operation,
    createdAt: now,
    account,
    projectId,
    action: started.action,
    title: titleOf(source, prompt),
    sourceIds: [...sourceIds],
    ...(prompt !== undefined && { prompt }),
    ...(model !== undefined && { model }),
    ...(aspect && { aspect }),
    ...(seed !== undefined && { seed }),
    ...(move && { move }),
    ...(range && { range }),
    ...(price !== undefined && { price }),
    ...(mediaId !== undefined && { mediaId }),
    state: 'running',
    status: PENDING,
    heardAt: now,
  };
}

const titleOf = (source: Media | undefined, prompt: string | undefined): string =>
  readableTitle(source?.title || (prompt ?? ''));
