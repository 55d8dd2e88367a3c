import { ADA, CLIPS } from '../twin/world';
import { connected, expect, test } from './support/fixtures';
import { openFlowGoogle, ownRpcs, pressInFlow } from './support/flow-google';
import { openJobs, showEveryJob } from './support/job-list';

const { street, witch } = CLIPS;
const PROMPT = 'The lamps go out';

test('an account that Google moves in the middle of its jobs goes on at flow.google.com, and pays nothing twice', async ({
  page,
  popup,
  composer,
  twin,
  pace,
}) => {
  await pace(1, 1);
  const finish = twin.holdWork();
  await test.step('one job runs, two wait', async () => {
    await composer.clip(witch.title);
    await composer.moves('High');
    await composer.send(/^Reshoot 1 move/);
    await composer.action('Extend');
    await composer.clip(street.title);
    await composer.prompt('What happens next', PROMPT);
    await composer.send(/^Extend/);
    await composer.action('Reshoot');
    await composer.noMoves('High');
    await composer.moves('Low');
    await composer.send(/^Reshoot 1 move/);
    await expect.poll(() => twin.submits.length).toBe(1);
  });

  await test.step('its tab goes to the same project there, and is connected', async () => {
    twin.moveAccount(ADA.email);
    await page.reload();
    await expect(page).toHaveURL(/^https:\/\/flow\.google\.com\/project\//);
    await expect(popup.locator('header')).toContainText('Elm Street, dusk');
    await expect(popup.locator('header')).toContainText('flow.google.com');
  });

  await test.step('what waits was not sent, and can go on there where the action is offered', async () => {
    await openJobs(popup);
    await showEveryJob(popup);
    await expect(popup.getByRole('region', { name: 'Sending is paused' })).toContainText(
      'not sent and not charged',
    );
    await popup.getByRole('button', { name: 'Go on there' }).click();
    await expect(popup.locator('.job[data-state="prepared"]')).toHaveCount(1);
    await expect(popup.locator('.job[data-state="waiting"]')).toHaveCount(1);
    await popup
      .locator('.job[data-state="prepared"]')
      .getByRole('button', { name: 'Open in Flow' })
      .click();
    await expect(page).toHaveURL(new RegExp(`/edit/${street.workflowId}$`));
    await page.locator('#prompt').fill(PROMPT);
    await pressInFlow(page, 'extend');
    await popup.bringToFront();
    await expect(popup.locator('.job[data-state="prepared"]')).toHaveCount(0);
  });

  await test.step('what ran is found in the project’s list, once that shows its clip', async () => {
    finish();
    await page.bringToFront();
    await expect(page.locator('#progress')).toHaveText('Done');
    await popup.bringToFront();
    await expect(popup.locator('.job[data-state="done"]')).toHaveCount(2);
  });

  await test.step('nothing more was sent to the API, and nothing that generates from here', async () => {
    const sent = twin.submits.filter(({ site }) => site === 'labs.google');
    expect(sent).toHaveLength(1);
    const own = await ownRpcs(twin, page);
    expect(own.filter(({ generates, verified }) => generates || verified)).toEqual([]);
  });
});

test('flow.google.com is asked in the way of its present build, and says when nobody is signed in', async ({
  chromium,
  twin,
  openPopup,
}) => {
  const page = await openFlowGoogle(chromium, twin);
  const popup = await openPopup();
  await connected(popup);

  await test.step('after a build change the page teaches the new ids, and all goes on', async () => {
    twin.newBuild();
    await page.reload();
    await expect(page.locator('.tile').first()).toBeAttached();
    await connected(popup);
    const before = twin.flowGoogle.rpcs().length;
    await popup.reload();
    await connected(popup);
    await expect.poll(() => ownRpcs(twin, page).then((own) => own.length)).toBeGreaterThan(1);
    const lately = (await ownRpcs(twin, page)).filter(({ call }) => {
      const at = twin.flowGoogle.rpcs().findIndex((each) => each.call === call);
      return at >= before;
    });
    expect(lately.map(({ refused }) => refused)).toEqual(lately.map(() => undefined));
    const finish = twin.holdWork();
    await pressInFlow(page, 'generate-four');
    await popup.bringToFront();
    await openJobs(popup);
    await expect(popup.locator('.page-batch .job')).toHaveCount(4);
    finish();
    await expect(popup.locator('.page-batch .job[data-state="done"]')).toHaveCount(4);
    await popup.keyboard.press('Escape');
  });

  await test.step('a session that ends is said by the next answer', async () => {
    twin.signOut(ADA.email);
    await popup.reload();
    await expect(popup.getByRole('heading', { name: 'Sign in to Flow' })).toBeVisible();
  });

  await test.step('a page that is loaded signed out is no other', async () => {
    await page.goto(`${twin.flowGoogle.pageUrl('elm')}?as=nobody`);
    await expect(popup.getByRole('heading', { name: 'Sign in to Flow' })).toBeVisible();
    await page.goto('https://flow.google.com/unsupported-country');
    await expect(
      popup.getByRole('region', { name: 'Google does not let this account in' }),
    ).toBeVisible();
  });
});

test.describe('a project of 17 MB', () => {
  test.use({ twinOptions: { flowGoogle: { contentsBytes: 17_000_000 } } });

  test('is read whole', async ({ chromium, twin, openPopup }) => {
    await openFlowGoogle(chromium, twin);
    const popup = await openPopup();
    await connected(popup);
    const clips = popup.getByRole('radio', { name: /landscape|portrait/ });
    await expect.poll(() => clips.count()).toBeGreaterThan(300);
  });
});
