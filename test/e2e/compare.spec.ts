import { changeRecords } from '../states/store';
import { CLIPS } from '../twin/world';
import { expectInStep, shownFrames } from './support/bar-codes';
import {
  again,
  both,
  compare,
  done,
  expectFrames,
  picture,
  sendReshoots,
} from './support/comparison';
import { expect, test } from './support/fixtures';
import { openJobs } from './support/job-list';

test('a result is compared with its source', async ({ page, popup, composer, openFlow, pace }) => {
  await pace(1, 8);
  await composer.clip(CLIPS.witch.title);
  await sendReshoots(popup, 'Orbit left');
  await done(popup, 1);

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
    await popup.getByRole('slider', { name: 'Position' }).fill('0');
    await expectFrames(popup, 0, 0);
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
      }).toPass();

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
    await popup.getByRole('button', { name: 'Pause playback' }).click();
    await popup.getByRole('slider', { name: 'Position' }).fill('0');
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
    await popup.evaluate(changeRecords, { table: 'media' as const, set: { urlExpiresAt: 1 } });
    await again(popup);
    await compare(popup, /Reshoot/);
    await expect(popup.getByRole('alert').filter({ hasText: /^Source: / })).toBeVisible();
    await expect(popup.getByRole('alert').filter({ hasText: /^Orbit left: / })).toBeVisible();
    await openFlow();
    await popup.bringToFront();
    await popup.getByRole('button', { name: 'Try again Source' }).click();
    await popup.getByRole('button', { name: 'Try again Orbit left' }).click();
    await expect(popup.getByRole('alert')).toHaveCount(0);
    await expectFrames(popup, 0, 0);
  });

  await test.step('a clip that was made becomes the source of the next, and the chain is shown', async () => {
    await composer.button('Upscale · free').click();
    await expect(popup.getByRole('radio', { name: 'Upscale' })).toBeFocused();
    await expect(popup.getByRole('radio', { name: 'Upscale' })).toBeChecked();
    await composer.send(/^Upscale to 1080p/);
    await openJobs(popup);
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
