import { warn } from '@/lib/base/log';
import type { Draft } from '@/lib/drafts/draft';
import { type PreparedDraft, prepareDraft, preparedPrice } from '@/lib/drafts/prepare';
import { withDraft } from '@/lib/drafts/recent';
import { type Preparing, prepareJob } from '@/lib/jobs/prepared';
import type { AnswerOf, DataOf } from '@/lib/messaging/protocol';
import { oneTab } from '@/lib/session/tab-registry';
import { learnedModels, recent } from '@/lib/storage/items';
import type { Library } from '@/lib/storage/library';
import type { PageJobStore } from '@/lib/storage/page-job-store';

export interface PrepareUses {
  readonly library: Pick<Library, 'some'>;
  readonly pageJobs: Pick<PageJobStore, 'add'>;
  readonly now: () => number;
}

/**
 * Keeps a draft as a job that waits for the user's own press in Flow. Nothing is sent. The same id twice
 * makes one.
 */
export async function prepare(
  { library, pageJobs, now }: PrepareUses,
  { tabId, id, draft }: DataOf<'prepare'>,
): Promise<AnswerOf<'prepare'>> {
  const tab = await oneTab(tabId);
  const known = await library.some(namedBy(draft));
  const ready = prepareDraft(draft, { tab, media: (each) => known.get(each) });
  if (!ready.ok) return { ok: false, problems: ready.failure };
  const price = preparedPrice(draft, tab?.tier, await learnedModels.get());
  const { account, projectId } = ready.value;
  const wanted = {
    ...{ account, projectId, ...partsOf(ready.value) },
    ...(price !== undefined && { price }),
  };
  try {
    await pageJobs.add([prepareJob(wanted, id, now())]);
  } catch (error) {
    warn('prepare', error);
    return { ok: false, problems: [], refusal: 'store-refused' };
  }
  await recent.change((before) => withDraft(before, draft));
  return { ok: true };
}

const namedBy = ({ clipId, imageIds }: Draft): string[] => [
  ...(clipId === undefined ? [] : [clipId]),
  ...imageIds,
];

function partsOf(
  ready: PreparedDraft,
): Pick<Preparing, 'action' | 'title' | 'sourceIds' | 'prompt' | 'aspect'> {
  const { action } = ready;
  if (action === 'references') {
    const { prompt, imageIds, aspect } = ready;
    return { action, title: prompt, prompt, aspect, sourceIds: [...imageIds] };
  }
  const { id, title, aspect } = ready.clip;
  const made = { action, title, aspect, sourceIds: [id] };
  return action === 'extend' ? { ...made, prompt: ready.prompt } : made;
}
