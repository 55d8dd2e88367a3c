import type { Page } from '@playwright/test';
import { changeRecords } from '../states/store';
import { CLIPS } from '../twin/world';
import { expectInStep, shownFrames } from './bar-codes';
import { choose } from './choose';
import { expect, test } from './fixtures';

const picture = (popup: Page, name: string | RegExp) => popup.getByRole('img', { name });
const both = (popup: Page) => popup.getByRole('img', { name: /, frame \d+$/ }).locator('video');
const takes = (popup: Page) => popup.getByRole('group', { name: 'Takes of this batch' });
/** Opens the comparison of a job from its menu. */
async function compare(popup: Page, job: RegExp): Promise<void> {
  await choose.everyJob(popup);
  await choose.jobAction(popup, job, 'Compare with source');
}

async function reshootWitch(popup: Page, ...moves: string[]): Promise<void> {
  await choose.clip(popup, CLIPS.witch.title);
  await choose.moves(popup, ...moves);
  await choose.send(popup, /^Reshoot \d move/);
  await choose.jobs(popup);
  await expect(popup.getByRole('listitem').first()).toBeVisible();
  await choose.everyJob(popup);
  await expect(popup.getByText(/^Done in/)).toHaveCount(moves.length, { timeout: 30_000 });
}

async function expectFrames(popup: Page, source: number, result: number): Promise<void> {
  await expect(picture(popup, `Source, frame ${source}`)).toBeVisible();
  await expect.poll(() => shownFrames(both(popup))).toEqual([source, result]);
}

/** The list of jobs as it is in a popup that was opened just now. */
async function again(popup: Page): Promise<void> {
  await popup.bringToFront();
  await popup.reload();
  await choose.jobs(popup);
  await expect(popup.getByRole('listitem').first()).toBeVisible();
}

test('one result beside its source', async ({ openFlow, openPopup, pace }) => {
  test.setTimeout(240_000);
  await pace(1, 8);
  const page = await openFlow();
  const popup = await openPopup();
  await reshootWitch(popup, 'Orbit left');

  await test.step('source and result show the very same frame, wherever they stand', async () => {
    await compare(popup, /Reshoot/);
    await expect(both(popup)).toHaveCount(2);
    await expectFrames(popup, 0, 0);

    const press = (key: string) => popup.keyboard.press(key);
    for (const [key, frame] of [
      ['ArrowRight', 1],
      ['ArrowRight', 2],
      ['Shift+ArrowRight', 12],
      ['ArrowLeft', 11],
      ['End', 191],
      ['ArrowRight', 191],
      ['Shift+ArrowLeft', 181],
      ['Home', 0],
      ['ArrowLeft', 0],
    ] as const) {
      await press(key);
      await expectFrames(popup, frame, frame);
    }

    const position = popup.getByRole('slider', { name: 'Position' });
    for (const frame of [23, 24, 97, 168, 190]) {
      await position.fill(String(frame));
      await expectFrames(popup, frame, frame);
    }
    await expect(position).toHaveAttribute('aria-valuetext', 'Frame 190 of 0 to 191, 7.92 seconds');
    await popup.getByRole('button', { name: 'One frame back' }).click();
    await expectFrames(popup, 189, 189);
    await popup.getByRole('button', { name: 'One frame on' }).click();
    await expectFrames(popup, 190, 190);
    await position.focus();
    await press('Shift+ArrowLeft');
    await expectFrames(popup, 180, 180);
    await expect(popup.getByText('00:07:12')).toBeVisible();
  });

  await test.step('they play in step, stop on one frame, and begin again together', async () => {
    await again(popup);
    await compare(popup, /Reshoot/);
    await expect(both(popup)).toHaveCount(2);
    await popup.getByRole('button', { name: 'Play both' }).click();
    await expectInStep(both(popup));
    for (const seconds of [0.21, -0.21])
      await expect(async () => {
        // From the beginning, so that it need not begin again by itself, which would also mend it.
        await popup.getByRole('slider', { name: 'Position' }).fill('10');
        await popup.getByRole('button', { name: 'Play both' }).click();
        await expectInStep(both(popup));
        // One that falls out of step is brought back.
        await both(popup)
          .first()
          .evaluate((video: HTMLVideoElement, by) => {
            video.currentTime += by;
          }, seconds);
        const led = await expectInStep(both(popup));
        expect(Math.min(...led), JSON.stringify(led)).toBeGreaterThan(3);
      }).toPass({ timeout: 40_000 });

    await popup.getByRole('button', { name: 'Pause playback' }).click();
    await expect(popup.getByRole('button', { name: 'Play both' })).toBeVisible();
    await expect
      .poll(async () => new Set(await shownFrames(both(popup))).size, 'one and the same frame')
      .toBe(1);
    const [source] = await shownFrames(both(popup));
    await expect(picture(popup, `Source, frame ${source}`)).toBeVisible();

    await popup.getByRole('slider', { name: 'Position' }).fill('180');
    await popup.keyboard.press('Space');
    await expect(picture(popup, /^Source, frame [1-9]?\d$/)).toBeVisible();
    await expectInStep(both(popup));
  });

  await test.step('wipe, side by side, and the source for as long as it is held', async () => {
    await again(popup);
    await compare(popup, /Reshoot/);
    await expectFrames(popup, 0, 0);
    const wipe = popup.getByRole('slider', { name: 'Wipe' });
    await wipe.focus();
    await popup.keyboard.press('ArrowLeft');
    await popup.keyboard.press('Shift+ArrowRight');
    await expect(wipe).toHaveAttribute('aria-valuetext', '59 % Source, 41 % Orbit left');
    await expect(picture(popup, 'Source, frame 0')).toBeVisible();

    // The handle stands where it says, and goes where it is drawn to.
    const box = await picture(popup, /^Source/).boundingBox();
    if (!box) throw new Error('no picture');
    const at = (share: number) => [box.x + box.width * share, box.y + box.height / 2] as const;
    await popup.mouse.move(...at(0.59));
    await popup.mouse.down();
    await popup.mouse.move(...at(0.3), { steps: 4 });
    await popup.mouse.up();
    await expect(wipe).toHaveValue('30');

    const opacity = () =>
      picture(popup, /^Orbit left/).evaluate((element) => getComputedStyle(element).opacity);
    await popup.keyboard.down('s');
    await expect.poll(opacity).toBe('0');
    await popup.keyboard.up('s');
    await expect.poll(opacity).toBe('1');

    await popup.getByRole('radio', { name: 'Side by side' }).check();
    await expect(wipe).toBeHidden();
    const [left, right] = await Promise.all([
      picture(popup, /^Source/).boundingBox(),
      picture(popup, /^Orbit left/).boundingBox(),
    ]);
    expect(left?.width).toBe(right?.width);
    expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual(right?.x ?? 0);

    await popup.getByRole('radio', { name: 'Hold for source' }).check();
    await expect.poll(opacity).toBe('1');
    const hold = popup.getByRole('button', { name: 'Hold to see: Source' });
    await hold.focus();
    await popup.keyboard.down('Space');
    await expect.poll(opacity).toBe('0');
    await popup.keyboard.up('Space');
    await expect.poll(opacity).toBe('1');
    await hold.hover();
    await popup.mouse.down();
    await expect.poll(opacity).toBe('0');
    await popup.mouse.up();
    await expect.poll(opacity).toBe('1');
  });

  await test.step('a file that cannot be had says why, and comes with another try', async () => {
    await page.close();
    await popup.evaluate(changeRecords, { table: 'media' as const, set: { addressExpiresAt: 1 } });
    const later = await openPopup();
    await choose.jobs(later);
    await expect(later.getByRole('listitem').first()).toBeVisible();
    await compare(later, /Reshoot/);
    await expect(later.getByRole('alert').filter({ hasText: /^Source: / })).toBeVisible();
    await expect(later.getByRole('alert').filter({ hasText: /^Orbit left: / })).toBeVisible();
    await openFlow();
    await later.bringToFront();
    await later.getByRole('button', { name: 'Try again Source' }).click();
    await later.getByRole('button', { name: 'Try again Orbit left' }).click();
    await expect(later.getByRole('alert')).toHaveCount(0);
    await expectFrames(later, 0, 0);
  });

  await test.step('a clip that was made becomes the source of the next, and the chain is shown', async () => {
    await again(popup);
    await compare(popup, /Reshoot/);
    await popup.getByRole('button', { name: 'Upscale · free' }).click();
    await expect(popup.getByRole('radio', { name: 'Upscale' })).toBeFocused();
    await expect(popup.getByRole('radio', { name: 'Upscale' })).toBeChecked();
    await choose.send(popup, /^Upscale to 1080p/);
    await choose.jobs(popup);
    await expect(popup.getByText(/^Done in/)).toHaveCount(2, { timeout: 30_000 });
    await compare(popup, /Upscale/);
    const lineage = popup.getByRole('region', { name: 'Lineage' });
    await expect(lineage.getByRole('listitem')).toHaveText([
      CLIPS.witch.title,
      'Orbit left',
      'Upscale',
    ]);
    await expect(popup.getByText(`“${CLIPS.witch.title}” › Orbit left › Upscale`)).toBeVisible();
    await expect(lineage.getByText('This clip is 1080p already.')).toBeVisible();

    await lineage.getByRole('button', { name: 'Orbit left' }).click();
    await lineage.getByRole('button', { name: 'Compare this one' }).click();
    await expect(popup.getByRole('heading', { level: 2 })).toContainText('Orbit left');
    await expect(lineage.getByRole('listitem')).toHaveCount(3);
    await lineage.getByRole('button', { name: CLIPS.witch.title }).click();
    await lineage.getByRole('button', { name: 'Reshoot…' }).click();
    await expect(popup.getByRole('radio', { name: 'Reshoot' })).toBeChecked();
    await expect(
      popup.getByRole('radio', { name: `${CLIPS.witch.title}, landscape` }),
    ).toBeChecked();
  });
});

test('an extension is laid against its source where the person says', async ({
  openFlow,
  openPopup,
  pace,
}) => {
  await pace(1, 8);
  await openFlow();
  const popup = await openPopup();
  await choose.clip(popup, CLIPS.witch.title);
  await choose.action(popup, 'Extend');
  await choose.prompt(popup, 'What happens next', 'She lands');
  await choose.send(popup, /^Extend ·/);
  await choose.jobs(popup);
  await expect(popup.getByText(/^Done in/)).toBeVisible({ timeout: 30_000 });
  await compare(popup, /Extend/);
  await expectFrames(popup, 0, 0);
  await expect(popup.getByText('It is not known at which frame')).toBeVisible();

  const align = popup.getByRole('combobox', { name: 'Line up with' });
  const position = popup.getByRole('slider', { name: 'Position' });
  await align.selectOption({ label: 'source from frame 168, start of range' });
  await expectFrames(popup, 168, 0);
  await position.fill('23');
  await expectFrames(popup, 191, 23);
  await expect(popup.getByText('last frame')).toBeHidden();
  await position.fill('24');
  await expectFrames(popup, 191, 24);
  await expect(popup.getByText('Source · last frame')).toBeVisible();
  await align.selectOption({ label: 'both from their starts' });
  await expectFrames(popup, 24, 24);
});

test('takes are kept, discarded and taken back, and any two are compared', async ({
  openFlow,
  openPopup,
  pace,
}) => {
  await pace(1, 8);
  await openFlow();
  const popup = await openPopup();
  await reshootWitch(popup, 'Orbit left', 'Dolly in', 'High');
  await compare(popup, /Reshoot.*Orbit left/);
  await expect(popup.getByRole('heading', { level: 2 })).toHaveText(
    `“${CLIPS.witch.title}”, Orbit left`,
  );
  const pressed = (name: string) =>
    expect(takes(popup).getByRole('button', { name, pressed: true })).toBeVisible();
  await pressed('Orbit left');
  const order = await takes(popup).getByRole('button').allTextContents();
  expect(order.map((name) => name.trim()).toSorted()).toEqual(['Dolly in', 'High', 'Orbit left']);

  await popup.keyboard.press('k');
  await expect(takes(popup).getByRole('button', { name: 'Orbit left kept' })).toBeVisible();
  await expect(
    takes(popup).getByRole('button', { name: 'Orbit left', pressed: true }),
  ).toBeHidden();
  const second = (await takes(popup).getByRole('button', { pressed: true }).textContent()) ?? '';
  await popup.keyboard.press('x');
  await expect(takes(popup).getByRole('button')).toHaveCount(2);
  await expect(popup.getByText(`Discarded: ${second.trim()}.`).first()).toBeVisible();
  await popup.getByRole('button', { name: 'Undo' }).click();
  await pressed(second.trim());
  await expect(popup.getByText(/^[23] of 3$/)).toBeVisible();
  await expect(popup.getByRole('button', { name: 'Keep K' })).toBeFocused();

  await popup.getByRole('combobox', { name: 'Compare with' }).selectOption('Orbit left');
  await expect(picture(popup, 'Orbit left, frame 0')).toBeVisible();
  await expect(popup.getByRole('slider', { name: 'Wipe' })).toHaveAttribute(
    'aria-valuetext',
    `50 % Orbit left, 50 % ${second.trim()}`,
  );
  await takes(popup)
    .getByRole('button', { name: 'High' })
    .click({ modifiers: ['Shift'] });
  await popup.keyboard.press('Escape');
  await expect(popup.getByRole('button', { name: /^More for Reshoot.*Orbit left/ })).toBeFocused();

  await compare(popup, /Reshoot.*Orbit left/);
  await expect(popup.getByRole('button', { name: 'Keep K', pressed: true })).toBeVisible();
  await popup.getByRole('button', { name: 'Keep K' }).click();
  await expect(popup.getByRole('button', { name: 'Keep K', pressed: false })).toBeVisible();
  await expect(popup.getByText('20 credits, as the button said')).toBeVisible();
  await expect(popup.getByText(/^0:\d\d · seed \d+ · 1280 × 720$/)).toBeVisible();
});
