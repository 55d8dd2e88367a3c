import type { Observation, PageCall } from '@/lib/flow/observation';
import { observationOfBatch } from '@/lib/flow-google/observation';
import { OF_INTEREST } from '@/lib/flow-google/of-interest';
import { observationOf as observationOfLabs } from '@/lib/labs/observation';

/** Ids of the calls of flow.google.com that its page was seen using, by our names for them. */
type CallIds = Readonly<Record<string, string>>;

/**
 * Reads what is proved by a call of the page's own, on whichever site.
 *
 * @param now epoch ms
 */
export const observationOf = (call: PageCall, now: number, ids: CallIds): Observation =>
  OF_INTEREST.test(call.url) ? observationInFlow(call, now, ids) : observationOfLabs(call, now);

function observationInFlow(call: PageCall, now: number, ids: CallIds): Observation {
  const { learned, recognised: _, ...observation } = observationOfBatch(call, now, ids);
  return learned.length === 0
    ? observation
    : { ...observation, callIds: Object.fromEntries(learned.map(({ call, id }) => [call, id])) };
}

/** The same of what a page of flow.google.com has answered to a question of ours. */
export const answerOf = (body: string, now: number, ids: CallIds): Observation =>
  observationInFlow({ url: ANSWER_URL, status: 200, body }, now, ids);

/** What an answer holds is told by itself, never by its URL. */
const ANSWER_URL = 'https://flow.google.com/_/AiSandboxAngularFrontend/data/batchexecute';
