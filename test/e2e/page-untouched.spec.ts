import { CLIPS } from '../twin/world';
import { attack } from './support/attacked';
import { Composer } from './support/composer';
import { expect, test } from './support/fixtures';
import { openJobs } from './support/job-list';
import { apiCalls, generate } from './support/page-generates';

test('the page finds nothing of the extension, nor anybody else its token', async ({
  openFlow,
  openPopup,
  twin,
  pace,
}) => {
  const page = await openFlow();

  await test.step('the page finds nothing of the extension in its own world', async () => {
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
  });
  const popup = await openPopup();
  const composer = new Composer(popup);
  await expect(popup.getByText('1,530 credits')).toBeVisible();
  const answers = () => (window as unknown as { answers: string[] }).answers;
  expect(await page.evaluate(answers)).toEqual([]);

  await test.step('a page that replaces postMessage sees nothing of what is observed', async () => {
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
    const seen = () => (window as unknown as { seen: unknown[] }).seen;
    expect(await page.evaluate(seen)).toEqual([]);
    await expect(popup.getByText('1,520 credits')).toBeVisible();
    expect(await page.evaluate(answers)).toEqual([]);
  });

  const before = twin.calls.length;
  await test.step('the extension’s calls come from Flow’s origin, without cookies', async () => {
    await pace(1, 8);
    await composer.clip(CLIPS.witch.title);
    await composer.moves('High');
    await composer.send(/^Reshoot 1 move/);
    await openJobs(popup);
    await expect(popup.getByText(/^Done in/)).toBeVisible({ timeout: 30_000 });
    const own = apiCalls(twin).filter(({ headers }) => headers['sec-fetch-site'] === 'none');
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
  });

  await test.step('the token reaches Flow’s API and nobody else', async () => {
    const carriers = twin.calls.filter((call) => JSON.stringify(call).includes('ya29.'));
    const lately = twin.calls.slice(before).filter((call) => carriers.includes(call));
    // At least the submit and a question after its state; the page’s own calls were before.
    expect(lately.length).toBeGreaterThan(1);
    expect([...new Set(carriers.map(({ host }) => host))]).toEqual(['aisandbox-pa.googleapis.com']);
  });

  await test.step('a page that has replaced every function works, and gets hold of nothing of ours', async () => {
    await page.goto(`${twin.pageUrl('elm')}?attack=natives`);
    await expect(page.locator('video[data-key]').first()).toBeAttached();
    await generate(page);
    const fresh = await openPopup();
    await expect(fresh.getByText('1,490 credits')).toBeVisible();
    expect(await attack(page, 'asks')).toBe(0);
    expect(await attack(page, 'seen')).toEqual([]);
    expect(await attack(page, 'differences')).toEqual([]);
    expect(await attack(page, 'callers')).toEqual([true]);
    expect(await page.evaluate(() => (window as unknown as Flow).__page.errors)).toEqual([]);
  });
});

interface Flow {
  readonly __page: { readonly errors: readonly string[] };
}
