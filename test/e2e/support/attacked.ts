import { type BrowserContext, expect, type Page } from '@playwright/test';
import type { Launched } from '../../browsers/launch';
import { readRecords } from '../../states/store';
import { HOSTS } from '../../twin/door';
import type { Call, Twin } from '../../twin/twin';
import { CLIPS } from '../../twin/world';
import { Composer } from './composer';
import { connected } from './fixtures';
import { ownRpcs } from './flow-google';
import type { FlowSite } from './flow-sites';

type Attack = (...given: readonly unknown[]) => Promise<unknown>;

/** What `test/twin/page/attack.js` leaves in its page. */
export interface Attacked {
  readonly attack: Readonly<Record<string, Attack>>;
}

/** Lets the hostile page do one thing. */
export const attack = (page: Page, name: string, ...given: readonly unknown[]): Promise<unknown> =>
  page.evaluate(([each, args]) => (window as unknown as Attacked).attack[each]?.(...args), [
    name,
    given,
  ] as const);

/** URLs that any page, frame or worker of the browser asks for from now on. */
export function noteRequests(context: BrowserContext): readonly string[] {
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  return asked;
}

/** Where a hostile page was, what was asked for since, and what is secret there. */
export interface Gains {
  readonly site: FlowSite;
  readonly asked: readonly string[];
  readonly secrets: readonly string[];
}

interface Stored {
  readonly local: Readonly<Record<string, unknown>>;
  readonly session: Readonly<Record<string, unknown>>;
  readonly media: readonly Readonly<Record<string, unknown>>[];
  readonly jobs: readonly unknown[];
  readonly pointed: unknown;
}

/** All that the extension has stored, without the tokens. */
export async function stored({ worker }: Pick<Launched, 'worker'>): Promise<Stored> {
  const background = await worker();
  const media = (await background.evaluate(readRecords, 'media' as const)) as Stored['media'];
  const jobs = await background.evaluate(readRecords, 'jobs' as const);
  const local = await background.evaluate(() => chrome.storage.local.get());
  const session = await background.evaluate(() => chrome.storage.session.get());
  return { local, session, media, jobs, pointed: session.pointed };
}

/**
 * Waits until everything that a page has told so far was taken in: what it tells last arrives last,
 * and is the title of a project that only this asks for. It is told again where so much waits that
 * it finds no room.
 *
 * @param tell has the page read that project's title
 */
export async function takenIn(
  chromium: Pick<Launched, 'worker'>,
  tell: (projectId: string, title: string) => Promise<unknown>,
): Promise<void> {
  const projectId = crypto.randomUUID();
  const background = await chromium.worker();
  const titles = async () => {
    await tell(projectId, 'The last');
    return background.evaluate(() => chrome.storage.local.get('projects'));
  };
  await expect
    .poll(titles, { timeout: 30_000 })
    .toMatchObject({ projects: { [projectId]: 'The last' } });
}

/** Calls of the background's own: a page of the web has another word there. */
const ownCalls = (twin: Twin): Call[] =>
  twin.calls.filter(({ headers }) => headers['sec-fetch-site'] === 'none' && headers.origin);

type OnlyReads = (twin: Twin, context: BrowserContext) => Promise<void>;

/** What is asked of a site by us while one of its pages is hostile: what a view needs, and no more. */
const ONLY_READS: Readonly<Record<FlowSite['name'], OnlyReads>> = {
  'labs.google': async (twin) => {
    const own = ownCalls(twin).map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(own)]).toEqual(['GET /v1/credits']);
  },
  'flow.google.com': async (twin, context) => {
    expect(ownCalls(twin)).toEqual([]);
    const pages = context
      .pages()
      .filter((page) => page.url().startsWith('https://flow.google.com/'));
    const own = await ownRpcs(twin, ...pages);
    expect(own.filter(({ generates, verified }) => generates || verified)).toEqual([]);
    const names = new Set(own.map(({ name }) => name));
    for (const name of ['VideoFxService.GetCredits', 'FlowService.GetModels'])
      expect(names).toContain(name);
    names.delete('FlowService.GetProjectContents');
    expect(names.size).toBe(2);
  },
};

/**
 * Nothing was sent, asked of strangers, or stored beyond what a user’s own projects need.
 *
 * @param secrets of that site, which are nowhere in what is stored
 */
export async function expectNothingGained(
  chromium: Launched,
  twin: Twin,
  { site, asked, secrets }: Gains,
): Promise<void> {
  expect(twin.submits).toEqual([]);
  expect(twin.accounts.map(({ balance }) => balance)).toEqual([1540, 680]);
  await ONLY_READS[site.name](twin, chromium.context);
  expect(JSON.stringify(ownCalls(twin))).not.toContain('ya29.forged');
  const hosts = asked.filter((url) => url.startsWith('http')).map((url) => new URL(url).host);
  expect([...new Set(hosts)].filter((host) => !HOSTS.includes(host))).toEqual([]);
  const { local, session, media, jobs } = await stored(chromium);
  expect(jobs).toEqual([]);
  const all = JSON.stringify([local, session, media]);
  expect(all).not.toMatch(/stranger\.example|ya29\.forged|eve@example\.com|forged:1/);
  // A token of labs.google is in the browser's memory; nothing else of either site is anywhere.
  const kept = site.name === 'labs.google' ? JSON.stringify([local, media]) : all;
  expect(secrets.filter((secret) => kept.includes(secret))).toEqual([]);
  expect(JSON.stringify(local).length).toBeLessThan(500_000);
  expect(JSON.stringify(session).length).toBeLessThan(20_000);
  expect(session).not.toHaveProperty('pointed');
  const { mediaId, mediaKey, projectId: harbour } = CLIPS.boat;
  const boats = media.filter(({ id }) => id === mediaId || id === mediaKey);
  expect(boats.filter(({ projectId }) => projectId !== harbour)).toEqual([]);
}

/** The popup shows what is true. */
export async function expectTrueView(popup: Page): Promise<void> {
  await connected(popup);
  await expect(popup.locator('header')).toContainText('1,540 credits');
  await expect(popup.getByTitle('a…@example.com')).toBeVisible();
}

/** One real send costs and sends what its button says. */
export async function expectTrueSend(popup: Page, twin: Twin): Promise<void> {
  const composer = new Composer(popup);
  await popup.bringToFront();
  await composer.clip(CLIPS.witch.title);
  await composer.moves('High');
  await composer.send('Reshoot 1 move · 20 credits');
  await expect.poll(() => twin.submits.length).toBe(1);
  expect(twin.submits[0]).toMatchObject({
    action: 'reshoot',
    mediaIds: [CLIPS.witch.mediaId],
    modelKey: 'veo_3_0_reshoot_landscape',
    price: 20,
    account: 'ada@example.com',
  });
  expect(twin.accounts[0]?.balance).toBe(1520);
}
