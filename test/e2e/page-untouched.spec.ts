import type { Page } from '@playwright/test';
import type { Twin } from '../twin/twin';
import { CLIPS } from '../twin/world';
import { attack } from './support/attacked';
import { Composer } from './support/composer';
import { connected, expect, test } from './support/fixtures';
import { ownRpcs } from './support/flow-google';
import { creditsNow, FLOW_SITES, type FlowSite, goTo, openOn } from './support/flow-sites';
import { openJobs } from './support/job-list';
import { generate } from './support/page-generates';

interface OfFlow {
  readonly __page: { readonly errors: readonly string[] };
}

const answers = () => (window as unknown as { answers: string[] }).answers;
const seen = () => (window as unknown as { seen: unknown[] }).seen;

/** The header of a view says what the account has now. */
const saysBalance = (popup: Page, twin: Twin) =>
  expect(popup.locator('header')).toContainText(creditsNow(twin));

async function findsNothing(page: Page): Promise<void> {
  const globals = await page.evaluate(() =>
    Object.getOwnPropertyNames(window).filter((name) => /second|take|zod|wxt/i.test(name)),
  );
  expect(globals).toEqual([]);
  await page.evaluate(() => {
    const answers: string[] = [];
    document.addEventListener('second-take:answer', ({ type }) => answers.push(type));
    document.dispatchEvent(new Event('second-take:ask'));
    Object.assign(window, { answers });
  });
  // What comes later has gone the whole way through the extension by then.
  await generate(page);
}

async function seesNoMessage(page: Page, popup: Page, twin: Twin): Promise<void> {
  await page.evaluate(() => {
    const seen: unknown[] = [];
    const { postMessage } = MessagePort.prototype;
    Object.assign(window, { seen });
    MessagePort.prototype.postMessage = function (this: MessagePort, ...args: [unknown]) {
      seen.push(args[0]);
      return postMessage.apply(this, args);
    };
  });
  await generate(page);
  expect(await page.evaluate(seen)).toEqual([]);
  await saysBalance(popup, twin);
  expect(await page.evaluate(answers)).toEqual([]);
}

type OwnCalls = (twin: Twin, page: Page, popup: Page) => Promise<void>;

/** What the extension's own calls are like there. */
const OWN_CALLS: Readonly<Record<FlowSite['name'], OwnCalls>> = {
  'labs.google': async (twin, _, popup) => {
    const [{ calls }] = FLOW_SITES;
    const composer = new Composer(popup);
    const before = twin.calls.length;
    await composer.clip(CLIPS.witch.title);
    await composer.moves('High');
    await composer.send(/^Reshoot 1 move/);
    await openJobs(popup);
    await expect(popup.getByText(/^Done in/)).toBeVisible({ timeout: 30_000 });
    const own = calls(twin).filter(({ headers }) => headers['sec-fetch-site'] === 'none');
    expect(own.map(({ path }) => path)).toContain('/v1/video:batchAsyncGenerateVideoReshootVideo');
    for (const { headers, method, status } of own) {
      expect(status).toBe(200);
      expect(headers).toMatchObject({
        origin: 'https://labs.google',
        referer: 'https://labs.google/',
      });
      expect(headers).not.toHaveProperty('cookie');
      if (method === 'POST') expect(headers['content-type']).toBe('text/plain;charset=UTF-8');
    }
    // At least the submit and a question after its state; the page’s own calls were before.
    const lately = twin.calls
      .slice(before)
      .filter((call) => JSON.stringify(call).includes('ya29.'));
    expect(lately.length).toBeGreaterThan(1);
  },

  'flow.google.com': async (twin, page, popup) => {
    // Nothing can be sent from there: what a view needs is all that is ever asked.
    await connected(popup);
    const own = await ownRpcs(twin, page);
    expect(own.length).toBeGreaterThan(0);
    const ofPage = twin.flowGoogle
      .rpcs()
      .find(({ call, generates }) => !generates && !own.some((each) => each.call === call));
    const names = ({ headers }: { readonly headers: object }) => Object.keys(headers).sort();
    for (const { call, generates, verified } of own) {
      expect([generates, verified, call.status]).toEqual([false, false, 200]);
      expect(names(call)).toEqual(names(ofPage?.call ?? { headers: {} }));
    }
  },
};

test('the page finds nothing of the extension, nor anybody else its secrets', async ({
  chromium,
  openPopup,
  twin,
  pace,
}) => {
  await pace(1, 8);
  for (const site of FLOW_SITES) {
    const page = await openOn(chromium, twin, site);
    const secrets = await site.secrets(page);
    await test.step(`the page of ${site.name} finds nothing of the extension in its own world`, () =>
      findsNothing(page));
    const popup = await openPopup();
    await saysBalance(popup, twin);
    expect(await page.evaluate(answers)).toEqual([]);
    await test.step(`a page of ${site.name} that replaces postMessage sees nothing of what is observed`, () =>
      seesNoMessage(page, popup, twin));

    await test.step(`the extension’s calls on ${site.name} come from there, and carry what they should`, () =>
      OWN_CALLS[site.name](twin, page, popup));
    await test.step(`what is secret on ${site.name} reaches Flow and nobody else`, () => {
      const hostsOf = (secret: string) =>
        twin.calls.filter((call) => JSON.stringify(call).includes(secret)).map(({ host }) => host);
      const [{ host = '' } = {}] = site.calls(twin);
      for (const secret of secrets) expect([...new Set(hostsOf(secret))]).toEqual([host]);
    });

    await test.step(`a page of ${site.name} that has replaced every function works, and gets hold of nothing of ours`, async () => {
      await goTo(page, twin, site, { query: '?attack=natives' });
      await generate(page);
      const fresh = await openPopup();
      await saysBalance(fresh, twin);
      expect(await attack(page, 'asks')).toBe(0);
      expect(await attack(page, 'seen')).toEqual([]);
      expect(await attack(page, 'differences')).toEqual([]);
      expect(await attack(page, 'callers')).toEqual([true]);
      expect(await page.evaluate(() => (window as unknown as OfFlow).__page.errors)).toEqual([]);
      await fresh.close();
    });
    await popup.close();
    await page.close();
  }
});
