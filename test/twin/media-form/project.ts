import type { State } from '../state';
import type { Account, Project } from '../world';
import { mediaEntry, statusOf, workflowEntry } from './entry';
import { modelConfig, serviceTierOf } from './models';

const PLAN = { PAYGATE_TIER_ZERO: 50, PAYGATE_TIER_ONE: 1000, PAYGATE_TIER_TWO: 12_500 };

export const mediaCredits = ({ balance, tier }: Account) => ({
  ...{ credits: balance, userPaygateTier: tier },
  ...(tier === 'PAYGATE_TIER_ZERO' ? { sku: 'G1_FREEMIUM' } : {}),
  ...{ serviceTier: serviceTierOf(tier), subscriptionCredits: PLAN[tier] },
});

// All that a page begins with: what is finished has no status, what is not has one.
export function initialData({ id, title }: Project, { world, operations }: State) {
  const finished = world.media.filter(({ projectId }) => projectId === id);
  const work = operations.unfinished(id);
  return {
    projectName: title,
    projectId: id,
    projectContents: {
      workflows: [...finished, ...work.map(({ result }) => result)].map((media) =>
        workflowEntry(media),
      ),
      media: [
        ...finished.map((media) => mediaEntry(media)),
        ...work.map((operation) => mediaEntry(operation.result, statusOf(operation))),
      ],
      ...{ externalReferenceMedia: [], scenes: [], agentInfo: {} },
    },
    modelConfig: modelConfig(),
    ...{ userData: {}, appConfig: {} },
  };
}
