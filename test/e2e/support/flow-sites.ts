import { expect, type Page } from '@playwright/test';
import type { Launched } from '../../browsers/launch';
import type { Call, Twin } from '../../twin/twin';

/** URLs of the page's own origin whose answers we look at: of one call, and of one with a long answer. */
export interface Observed {
  readonly session: string;
  readonly list: string;
}

/** One of the two sites of Flow: what of it differs for steps that are the same on both. */
export interface FlowSite {
  readonly name: 'labs.google' | 'flow.google.com';
  /** @param query of the page itself, such as `?attack` */
  pageUrl(twin: Twin, project?: string, query?: string): string;
  /** What a page has once it has shown its clips. */
  readonly shown: string;
  readonly observed: Observed;
  /** Calls to Flow, the page's own and the extension's. */
  calls(twin: Twin): Call[];
  /** What nobody but Flow may get, as parts that no encoding changes. */
  secrets(page: Page): Promise<readonly string[]>;
}

const LABS: FlowSite = {
  name: 'labs.google',
  pageUrl: (twin, project, query = '') => twin.pageUrl(project) + query,
  shown: 'video[data-key]',
  observed: {
    session: '/fx/api/auth/session',
    list: '/fx/api/trpc/videoFx.getVideoModelConfig',
  },
  calls: (twin) =>
    twin.calls.filter(({ host, method }) => host.startsWith('aisandbox') && method !== 'OPTIONS'),
  secrets: async () => ['ya29.'],
};

const BATCH = '/_/AiSandboxAngularFrontend/data/batchexecute';

const FLOW_GOOGLE: FlowSite = {
  name: 'flow.google.com',
  pageUrl: (twin, project, query) => twin.flowGoogle.pageUrl(project, query),
  shown: '.tile',
  // All its calls go to one.
  observed: { session: BATCH, list: `${BATCH}?rpcids=list` },
  calls: (twin) =>
    twin.calls.filter(({ host, path }) => host === 'flow.google.com' && path.endsWith(BATCH)),
  // `SNlM0e` up to its colon, and the beginning of every verification.
  async secrets(page) {
    const at = await page.evaluate(
      () => (window as unknown as { WIZ_global_data: { SNlM0e: string } }).WIZ_global_data.SNlM0e,
    );
    const [secret = ''] = at.split(':');
    expect(secret).toMatch(/^[\w-]{20,}$/);
    return [secret, 'page-token-'];
  },
};

export const FLOW_SITES = [LABS, FLOW_GOOGLE] as const;

/** What is asked for of a page: a project of the twin's world, and a query such as `?attack`. */
interface Wanted {
  readonly project?: string;
  readonly query?: string;
}

/** Has a page go to one of the site, and waits until it has shown its clips. */
export async function goTo(
  page: Page,
  twin: Twin,
  site: FlowSite,
  { project = 'elm', query }: Wanted = {},
): Promise<void> {
  await page.goto(site.pageUrl(twin, project, query));
  await expect(page.locator(site.shown).first()).toBeAttached();
}

/** Opens a page of a site, and waits until it has shown its clips. */
export async function openOn(
  { context }: Pick<Launched, 'context'>,
  twin: Twin,
  site: FlowSite,
  wanted?: Wanted,
): Promise<Page> {
  const page = await context.newPage();
  await goTo(page, twin, site, wanted);
  return page;
}

/** The balance of the first account at this moment, as views write it. */
export const creditsNow = ({ accounts: [first] }: Twin): string =>
  `${first?.balance.toLocaleString('en')} credits`;
