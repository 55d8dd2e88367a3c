import { flowPlace } from '@/lib/flow/addresses';
import { type Facts, factsOf } from '@/lib/flow/facts';
import { modelSlot } from '@/lib/flow/models';
import type { Tier } from '@/lib/flow/tier';
import type { Evidence } from '@/lib/job/settle';
import type { ReportHandlers } from '@/lib/message/receive';
import { adopt } from '@/lib/queue/settle-unknown';
import { readFacts, readSession } from '@/lib/session/session';
import { oneTab, openTab } from '@/lib/session/tab-registry';
import { learnedModels, movedAt, pointed, projects, welcomedAt } from '@/lib/store/items';
import type { Library } from '@/lib/store/library';
import { priceMenu } from './menu-entries';
import type { Background } from './parts';

/** What content scripts tell. Facts go to the session, the library and the learned models. */
export function createReports(background: Background): ReportHandlers {
  const { library, heart, now } = background;

  return {
    async arrived({ openedAt }, { tabId, url }) {
      const place = flowPlace(url);
      if (!place) return;
      // The page's own id has this form: ";" and the epoch ms of its start.
      await openTab({
        tabId,
        sessionId: `;${openedAt}`,
        seenAt: now(),
        projectId: place.projectId,
      });
      await movedAt.set(undefined);
      if ((await welcomedAt.get()) === 0) await welcomedAt.set(now());
    },

    async session({ text }, { tabId }) {
      await readSession(tabId, text, now());
      heart.beat();
    },

    async call(call, { tabId }) {
      const facts = factsOf(call, now());
      const before = (await oneTab(tabId))?.signedIn;
      await readFacts(tabId, facts, now());
      if (facts.media.length > 0) await library.remember(facts.media);
      await adopt(heart.ports, await evidenceIn(facts, library));
      const tab = await oneTab(tabId);
      await learn(facts, tab?.tier);
      if (tab?.tier && tells(facts)) await priceMenu(tab.tier, await learnedModels.get());
      if ((tab?.signedIn && !before) || facts.balance !== undefined) heart.beat();
    },

    async pointed(under, { tabId }) {
      await pointed.set({ ...(await pointed.get()), [tabId]: under });
    },
  };
}

/** The clips with what was known of them before: a clip older than a job is not its result. */
async function evidenceIn({ operations, media }: Facts, library: Library): Promise<Evidence> {
  const known = await library.some(media.map(({ id }) => id));
  return { operations, media: [...known.values()] };
}

/** Whether the prices in the menu may have changed. */
const tells = ({ tier, models, modelAsked }: Facts): boolean =>
  tier !== undefined || models !== undefined || modelAsked !== undefined;

async function learn(facts: Facts, tier: Tier | undefined): Promise<void> {
  const { models, modelAsked, project } = facts;
  if (project) {
    const known = await projects.get();
    if (known[project.projectId] !== project.title)
      await projects.set({ ...known, [project.projectId]: project.title });
  }
  if (!models && !modelAsked) return;
  const known = await learnedModels.get();
  const slot = modelAsked && tier && modelSlot(modelAsked.action, modelAsked.aspect, tier);
  await learnedModels.set({
    keys: slot ? { ...known.keys, [slot]: modelAsked.key } : known.keys,
    prices: { ...known.prices, ...models?.prices },
    seconds: { ...known.seconds, ...models?.seconds },
  });
}
