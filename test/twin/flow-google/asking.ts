import type { Asked } from '../exchange';
import type { Media } from '../media';
import type { Mishap } from '../mishaps';
import type { Operation } from '../operations';
import type { State } from '../state';
import type { Account, Project } from '../world';
import { upscaledFrom } from './recipe';
import type { RecordContext, RecordStatus } from './record';
import { notFound } from './refused';

// One request while its calls are answered.
export interface Asking {
  asked: Asked;
  account: Account;
  state: State;
  mishaps: Mishap[]; // what becomes of the answer once every call is done
}

export const mediaHere = ({ world, flowGoogle }: State): Media[] => [
  ...world.media,
  ...flowGoogle.own,
];

export function ownProject(id: string, { account, state }: Asking): Project {
  const found = state.world.projects.find((each) => each.id === id);
  if (found?.owner !== account.email) throw notFound(`project ${id}`);
  return found;
}

// A version that labs.google keeps as a clip of its own belongs to the workflow of its source here.
export function recordContext(state: State): RecordContext {
  const { step, bulk } = state.flowGoogle;
  const all = mediaHere(state);
  return {
    signer: state.signer,
    step,
    ...(bulk === undefined ? {} : { bulk }),
    workflowOf(media) {
      const source = upscaledFrom(media);
      return all.find(({ mediaKey }) => mediaKey === source)?.workflowId ?? media.workflowId;
    },
  };
}

const NUMBERS = { PENDING: 1, ACTIVE: 2, SUCCESSFUL: 3, FAILED: 4, CANCELED: 4 };

export function statusOf({ status, failure }: Operation): RecordStatus {
  const word = Object.entries(NUMBERS).find(([each]) => status.endsWith(`_${each}`));
  const number = word?.[1] ?? 0;
  if (number !== NUMBERS.FAILED || !failure) return [number];
  const { code, message } = failure;
  const about = message.includes('PROMINENT_PEOPLE') ? [['PROMINENT_PERSON']] : [];
  return [number, [code, message], ...about];
}
