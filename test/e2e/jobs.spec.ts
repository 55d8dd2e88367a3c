import type { Page } from '@playwright/test';
import type { Job } from '@/lib/jobs/job';
import { clip, JOBS, uuid } from '../samples/jobs';
import { changeRecords } from '../states/store';
import { CLIPS } from '../twin/world';
import { atRest } from './support/at-rest';
import { Composer } from './support/composer';
import { connected, expect, test } from './support/fixtures';
import { chooseForJob, openJobs, showEveryJob } from './support/job-list';
import { setting } from './support/setting';

const list = (popup: Page) => popup.getByRole('list', { name: 'Jobs' });
const row = (popup: Page, text: string | RegExp) =>
  list(popup).getByRole('listitem').filter({ hasText: text });
const show = (popup: Page) => popup.getByRole('combobox', { name: 'Show' });

let made = 0;

/** A job of long ago, in a batch of its own. */
function old(state: keyof typeof JOBS, title: string, own: Partial<Job> = {}): Job {
  const id = uuid(500 + ++made);
  return { ...JOBS[state], id, batchId: uuid(7000 + made), createdAt: made, title, ...own } as Job;
}

/** The list of these jobs and no others, all of which have ended in one way or another. */
async function showOld(popup: Page, jobs: readonly Job[]): Promise<void> {
  await popup.evaluate(changeRecords, { table: 'jobs' as const, put: jobs, isEmptied: true });
  await popup.reload();
  await openJobs(popup);
}

test('the list of jobs goes from empty to a batch, and on to an extend of what that made', async ({
  popup,
  composer,
  chromium,
  twin,
  pace,
}) => {
  await pace(1, 8);
  const finish = twin.holdWork();

  await test.step('without jobs the list says so and leads to the clips', async () => {
    await openJobs(popup);
    await expect(popup.getByRole('heading', { name: 'Nothing is running' })).toBeVisible();
    await popup.getByRole('button', { name: 'Choose a clip' }).click();
    const clips = popup.getByRole('group', { name: 'Clip' }).getByRole('radio');
    await expect(clips.first()).toBeFocused();
  });

  await test.step('Pause stops sending, Resume goes on, and it is said once', async () => {
    await openJobs(popup);
    await popup.getByRole('button', { name: 'Pause' }).click();
    await expect(popup.getByText('You have paused sending.')).toHaveCount(1);
    await expect(popup.getByRole('button', { name: 'Resume' })).toBeFocused();
    await expect(popup.getByRole('button', { name: 'Pause' })).toHaveCount(0);
    await popup.keyboard.press('Escape');
    await composer.clip(CLIPS.witch.title);
    await composer.moves('High', 'Low');
    await composer.send('Reshoot 2 moves · 40 credits');
    await openJobs(popup);
    await showEveryJob(popup);
    for (const move of [', High', ', Low']) await expect(row(popup, move)).toContainText('Waiting');
    await atRest(chromium);
    expect(twin.submits).toEqual([]);
    await popup.getByRole('button', { name: 'Resume' }).click();
    for (const move of [', High', ', Low']) await expect(row(popup, move)).toContainText('Running');
    await expect(popup.getByRole('button', { name: 'Pause' })).toBeFocused();
  });

  await test.step('a batch is one row that unfolds, and every job of it is in reach', async () => {
    const head = row(popup, /^Reshoot · 2 moves of “/);
    await expect(head).toContainText('40 credits');
    await popup.getByRole('button', { name: /^Fold this batch/ }).focus();
    await popup.keyboard.press('Enter');
    await expect(list(popup).getByRole('listitem')).toHaveCount(1);
    await expect(popup.getByRole('button', { name: /^Unfold this batch/ })).toBeFocused();
    await popup.keyboard.press('Space');
    await showEveryJob(popup);
    await expect(row(popup, ', High').getByText(/usually about \d:\d\d/)).toBeVisible();
    finish();
    await expect(head).toContainText('2 done · 40 credits', { timeout: 30_000 });
    await expect(head.getByRole('button', { name: /^Compare Reshoot · 2 moves/ })).toBeVisible();
    await expect(popup.getByRole('button', { name: /^Save Reshoot/ })).toHaveCount(2);
  });

  await test.step('the menu of a job has its result extended', async () => {
    await chooseForJob(popup, /Reshoot .*High/, 'Extend the result…');
    await expect(popup.getByRole('radio', { name: 'Extend' })).toBeChecked();
    await composer.prompt('What happens next', 'She lands.');
    await composer.send(/^Extend · /);
    await expect.poll(() => twin.submits.map(({ action }) => action)).toContain('extend');
    const extend = twin.submits.find(({ action }) => action === 'extend');
    expect(extend?.mediaIds).not.toContain(CLIPS.witch.mediaId);
    expect(extend?.projectId).toBe(twin.submits[0]?.projectId);
  });
});

test('jobs that failed are sent again, and put back into the composer', async ({
  openFlow,
  openPopup,
  chromium,
  twin,
  pace,
}) => {
  await pace(1, 8);
  const options = await chromium.openOwn('options.html');
  await options.getByRole('textbox', { name: 'Limit for one batch' }).fill('30');
  await options.keyboard.press('Tab');
  await setting(options, { batchLimit: 30 });
  await openFlow();
  const popup = await openPopup();
  await connected(popup);
  const composer = new Composer(popup);

  await test.step('all that failed is sent again in one go, above a limit after one question', async () => {
    const broken = { fail: { code: 13, message: 'PUBLIC_ERROR_SOMETHING_WENT_WRONG' } };
    for (const move of ['High', 'Low']) {
      twin.mishap('submit', broken);
      await composer.clip(CLIPS.witch.title);
      await composer.moves(move);
      await composer.send(/^Reshoot 1 move/);
      await composer.noMoves(move);
    }
    await openJobs(popup);
    const again = popup.getByRole('button', { name: /^Send again Reshoot.* 20 credits/ });
    await expect(again).toHaveCount(2, { timeout: 30_000 });
    const sent = twin.submits.length;
    await popup.getByRole('button', { name: 'More for all jobs' }).click();
    await popup.getByRole('menuitem', { name: 'Retry 2 failed 40 credits' }).click();
    await expect(popup.getByText(/costs 40 credits, more than your limit of 30/)).toBeVisible();
    await popup.getByRole('button', { name: 'Retry 2 failed · 40 credits' }).click();
    await expect.poll(() => twin.submits.length).toBe(sent + 2);
    await expect(popup.getByRole('button', { name: /^Send again/ })).toHaveCount(0);
    await popup.getByRole('button', { name: 'More for all jobs' }).click();
    await expect(popup.getByRole('menuitem', { name: /^Retry/ })).toHaveCount(0);
    await popup.keyboard.press('Escape');
    await popup.keyboard.press('Escape');
  });

  await test.step('the settings of a job, and a prompt that Flow refused, go back into the composer', async () => {
    twin.mishap('submit', {
      fail: { code: 3, message: 'PUBLIC_ERROR_PROMINENT_PEOPLE_FILTER_FAILED' },
    });
    await composer.clip(CLIPS.witch.title);
    await composer.action('Extend');
    await composer.prompt('What happens next', 'The mayor speaks');
    await composer.range(12, 35);
    await composer.send(/^Extend · /);
    await composer.prompt('What happens next', 'Something else');
    await composer.action('Reshoot');
    await composer.clip(CLIPS.door.title);
    await openJobs(popup);
    await popup.getByRole('button', { name: /^Edit Extend/ }).click({ timeout: 30_000 });
    const prompt = popup.getByRole('textbox', { name: 'What happens next', exact: true });
    await expect(prompt).toHaveValue('The mayor speaks');
    const chosen = popup.getByRole('radio', { name: `${CLIPS.witch.title}, landscape, 0:08` });
    await expect(chosen).toBeChecked();
    await expect(popup.getByRole('textbox', { name: 'Start frame number' })).toHaveValue('12');
    await expect(popup.getByRole('checkbox', { name: 'Random seed' })).toBeChecked();
    await openJobs(popup);
    await chooseForJob(popup, /Extend/, 'Copy settings');
    await expect(popup.getByRole('checkbox', { name: 'Random seed' })).not.toBeChecked();
  });
});

test('jobs of long ago have a menu, are cleared, and are found', async ({ openPopup }) => {
  const popup = await openPopup();
  const items = list(popup).getByRole('listitem');

  await test.step('the menu of a job, by keys and within the window', async () => {
    await showOld(
      popup,
      Array.from({ length: 9 }, (_, n) => old('done', `Clip ${n}`)),
    );
    const button = popup.getByRole('button', { name: /^More for Reshoot “Clip 0”/ });
    await button.focus();
    await popup.keyboard.press('ArrowDown');
    const menu = popup.getByRole('menu', { name: /^More for Reshoot “Clip 0”/ });
    const item = (name: string) => menu.getByRole('menuitem', { name });
    await expect(item('Compare with source')).toBeFocused();
    await popup.keyboard.press('End');
    await expect(item('Remove from list')).toBeFocused();
    await popup.keyboard.press('ArrowDown');
    await expect(item('Compare with source')).toBeFocused();
    await popup.keyboard.type('copy s');
    await expect(item('Copy settings')).toBeFocused();
    const box = await menu.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(400);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(600);
    await popup.keyboard.press('Escape');
    await expect(menu).toBeHidden();
    await expect(button).toBeFocused();
    await expect(popup.getByRole('heading', { name: 'Jobs' })).toBeVisible();
  });

  await test.step('finished jobs are cleared, brought back by Undo, and found under Cleared', async () => {
    await showOld(popup, [
      ...[old('done', 'One'), old('failed', 'Two'), old('cancelled', 'Three')],
      old('unknown', 'Four'),
    ]);
    await expect(items).toHaveCount(4);
    await popup.getByRole('button', { name: 'More for all jobs' }).focus();
    await popup.keyboard.press('ArrowDown');
    await expect(popup.getByRole('menuitem').first()).toBeFocused();
    await popup.keyboard.press('c');
    await popup.keyboard.press('Enter');
    await expect(popup.getByText('3 jobs cleared.')).toBeVisible();
    await expect(items).toHaveCount(1);
    await expect(items).toContainText('“Four”');
    await expect(popup.getByRole('button', { name: 'Undo' })).toBeFocused();
    await popup.keyboard.press('Enter');
    await expect(items).toHaveCount(4);
    await expect(popup.getByText('3 jobs cleared.')).toBeHidden();

    await chooseForJob(popup, /Reshoot “One”/, 'Remove from list');
    await expect(popup.getByText('1 job cleared.')).toBeVisible();
    await show(popup).selectOption('Cleared · 1');
    await expect(items).toHaveCount(1);
    await popup.getByRole('button', { name: /^Put back Reshoot “One”/ }).click();
    await expect(popup.getByText('No job is in this state.')).toBeVisible();
    await popup.getByRole('button', { name: 'Show all' }).click();
    await expect(items).toHaveCount(4);
  });

  await test.step('filters and search', async () => {
    const { request } = JOBS.done;
    const extend = {
      request: {
        ...{ projectId: request.projectId, tier: request.tier, aspect: request.aspect },
        ...{ modelKey: 'm', seed: 21, sceneId: request.sceneId, mediaId: clip(1).id },
        ...({ action: 'extend', prompt: 'Ça brûle à l’Élysée', startFrameIndex: 9 } as const),
        endFrameIndex: 32,
      },
    } as const;
    await showOld(popup, [
      ...[old('done', 'One'), old('done', 'Two', { keptAt: 1 }), old('failed', 'Three')],
      ...[old('unknown', 'Four'), old('cancelled', 'Five'), old('done', 'Six', extend)],
    ]);
    await show(popup).selectOption('Needs you or failed · 2');
    await expect(items).toHaveCount(2);
    await show(popup).selectOption('Kept · 1');
    await expect(items).toContainText(['“Two”']);
    await show(popup).selectOption('All · 6');

    const search = popup.getByRole('searchbox', { name: 'Search jobs' });
    await popup.keyboard.press('/');
    await expect(search).toBeFocused();
    await popup.keyboard.type('ca brule elysee');
    await expect(items).toContainText(['“Six”']);
    await search.fill('orbit up two');
    await expect(items).toContainText(['“Two”']);
    await search.fill('nothing like it');
    await expect(popup.getByText('No job fits this search.')).toBeVisible();
    await popup.getByRole('button', { name: 'Show all' }).click();
    await expect(items).toHaveCount(6);
    await search.fill('six');
    await search.press('Escape');
    await expect(items).toHaveCount(6);
    await expect(popup.getByRole('heading', { name: 'Jobs' })).toBeVisible();
  });
});
