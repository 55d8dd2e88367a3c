import type { Media } from '../media';
import type { World } from '../world';
import { type Accounts, createAccounts } from './accounts';
import { createOrders, type Orders } from './orders';
import { manyClips, OWN_CLIPS } from './own-clips';
import { type Builds, createBuilds } from './rpc-ids';

export interface FlowGoogleOptions {
  step?: 'CAE'; // slot 3 of every record, as until the beginning of October 2026; null without it
  contentsBytes?: number; // the contents of the first project are at least as large
}

export interface FlowGoogleState {
  builds: Builds;
  accounts: Accounts;
  own: Media[]; // what labs.google does not list
  orders: Orders;
  step: 'CAE' | null;
  bulk?: string; // goes with every record of a list
  contentTexts: Map<string, { of: string; text: string }>; // by project
}

// As many as a page still shows; what is missing to the size is the same text in each record.
const MANY = 300;

export function createFlowGoogle(world: World, options: FlowGoogleOptions = {}): FlowGoogleState {
  const { step = null, contentsBytes } = options;
  const own = Object.values(OWN_CLIPS).map((media) => ({ ...media }));
  const many = contentsBytes === undefined ? [] : manyClips(MANY);
  return {
    builds: createBuilds(),
    accounts: createAccounts(world),
    own: [...own, ...many],
    orders: createOrders(),
    step,
    ...(contentsBytes === undefined ? {} : { bulk: 'z'.repeat(Math.ceil(contentsBytes / MANY)) }),
    contentTexts: new Map(),
  };
}
