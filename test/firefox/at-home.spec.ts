import { expectTruth } from '../e2e/support/truth';
import { CLIPS } from '../twin/world';
import { expect, test } from './fixtures';
import { setPace, showJobs } from './jobs';
import {
  backgroundState,
  chooseInMenu,
  openSidebar,
  popupSize,
  pressAltShift,
  sidebarText,
} from './parts';

const { street, train } = CLIPS;

test('menu, event page and sidebar of Firefox itself do their part', async ({
  firefox,
  flow,
  popup,
  twin,
}) => {
  await setPace(popup);

  await test.step('the browser’s own menu on a video sends, at the price that it says', async () => {
    await flow.front();
    await chooseInMenu(firefox, flow, `video[data-key="${train.mediaKey}"]`, /^Upscale to 1080p/);
    await expect.poll(() => twin.submits.map(({ action }) => action)).toEqual(['upscale']);
    await chooseInMenu(firefox, flow, `video[data-key="${street.mediaKey}"]`, /^Dolly in$/);
    await expect
      .poll(() => twin.submits.at(-1))
      .toMatchObject({
        action: 'reshoot',
        mediaIds: [street.mediaId],
      });
  });

  await test.step('a job is followed to its end by an event page that slept meanwhile', async () => {
    const finish = twin.holdWork();
    await chooseInMenu(firefox, flow, `video[data-key="${street.mediaKey}"]`, /^Orbit left$/);
    await expect.poll(() => twin.submits.length).toBe(3);
    await popup.close();
    await expect
      .poll(() => firefox.inBrowser(backgroundState), { timeout: 60_000 })
      .toBe('stopped');
    finish();
    const after = await firefox.openOwn('popup.html');
    await showJobs(after);
    await expect
      .poll(async () => (await after.text('.job .state')).match(/^Done/gm), { timeout: 60_000 })
      .toHaveLength(3);
    expectTruth(twin, { reached: 3, accepted: 3, charged: 40 });
  });

  await test.step('the sidebar shows the composer, with the jobs', async () => {
    const own = await firefox.openOwn('options.html');
    await openSidebar(firefox);
    await expect.poll(() => sidebarText(own)).toMatch(/Connected[\s\S]*Upscale/);
    await expect.poll(() => sidebarText(own)).toContain('Done');
  });

  await test.step('Alt Shift D closes and opens the sidebar, Alt Shift K opens the popup', async () => {
    const own = await firefox.openOwn('options.html');
    await flow.front();
    await pressAltShift(firefox, 'D');
    await expect.poll(() => sidebarText(own)).toBe('');
    await pressAltShift(firefox, 'D');
    await expect.poll(() => sidebarText(own)).toContain('Connected');
    await pressAltShift(firefox, 'K');
    await expect.poll(() => popupSize(firefox)).toEqual([400, 600]);
  });
});
