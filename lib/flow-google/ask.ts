import { NEW_FLOW_ORIGIN } from '@/lib/flow/hosts';
import { type IdSource, idOf, type LearnedIds } from './call-ids';
import type { SignedInConfig } from './page-config';

/** All that can be asked on flow.google.com: nothing that generates, uploads or changes anything. */
export type Ask =
  | { readonly call: 'credits' }
  | { readonly call: 'models' }
  | { readonly call: 'projects'; readonly cursor?: string }
  | { readonly call: 'contents'; readonly projectId: string }
  | { readonly call: 'media'; readonly mediaId: string }
  | { readonly call: 'status'; readonly mediaIds: readonly string[] };

/** What a call of the page takes from the page. */
export interface AskContext {
  readonly config: SignedInConfig;
  readonly ids: LearnedIds;
  /** Path of the page, as its own calls name it: `/project/…`. */
  readonly sourcePath: string;
  /** Number of the account in the page's URL. */
  readonly authuser?: number | undefined;
  /** Counts the page's calls; any whole number does. */
  readonly requestNumber: number;
}

/** To be sent by the page's own origin, with its cookies. */
export interface PageAsk {
  readonly url: string;
  readonly method: 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Where the id of the call is from, for the self-check. */
  readonly from: IdSource;
}

/** Projects in one answer. */
const PAGE_SIZE = 100;

/** Forms one of the page's own calls, as public reports show them. */
export function askOf(ask: Ask, context: AskContext): PageAsk {
  const { config, ids, sourcePath, authuser, requestNumber } = context;
  const { id, from } = idOf(ask.call, ids);
  const query = new URLSearchParams({
    rpcids: id,
    'source-path': sourcePath,
    ...(config.build !== undefined && { bl: config.build }),
    ...(config.sid !== undefined && { 'f.sid': config.sid }),
    hl: 'en',
    _reqid: String(requestNumber),
    rt: 'c',
  });
  const user = authuser === undefined ? '' : `/u/${authuser}`;
  return {
    url: `${NEW_FLOW_ORIGIN}${user}/_/AiSandboxAngularFrontend/data/batchexecute?${query}`,
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
      'x-same-domain': '1',
    },
    body: new URLSearchParams({
      'f.req': JSON.stringify([[[id, JSON.stringify(argumentsOf(ask)), null, 'generic']]]),
      at: config.at,
    }).toString(),
    from,
  };
}

function argumentsOf(ask: Ask): readonly unknown[] {
  switch (ask.call) {
    case 'credits':
    case 'models':
      return [];
    case 'projects':
      return ['projects/*', PAGE_SIZE, ask.cursor ?? null, null, null, null, [1]];
    case 'contents':
      return [`projects/${ask.projectId}`];
    case 'media':
      return [ask.mediaId];
    case 'status':
      return [null, null, ask.mediaIds.map((mediaId) => [mediaId])];
  }
}
