import type { Page } from '@playwright/test';
import { filmstripFrames } from '@/lib/playback/filmstrip';
import { CLIPS } from '../twin/world';
import { connected, expect, test } from './support/fixtures';
import {
  burnedIn,
  expectRange,
  extend,
  handles,
  notePictures,
  shownAt,
  stripNumbers,
} from './support/range-pictures';

const { witch, balloon, cat, train } = CLIPS;

/** First and last, and both sides of whole seconds, where key frames are. */
const PLACES = [0, 1, 23, 24, 25, 71, 72, 95, 119, 120, 144, 167, 168];

/** The window at the end of the clip, where it stands before anything is chosen. */
async function toTheEnd(popup: Page): Promise<void> {
  await handles(popup).end.focus();
  await popup.keyboard.press('End');
  await expectRange(popup, 168, 191);
}

test('a range is set by keys, by numbers and by mouse, played, and sent', async ({
  popup,
  composer,
  twin,
  pace,
}) => {
  await pace(1, 8);
  await extend(popup);
  const { start, end, playhead } = handles(popup);
  const free = popup.getByRole('switch', { name: 'Free length' });
  const screen = popup.getByRole('img', { name: 'Frame at the playhead' });

  await test.step('a window moves as one, by keys, by numbers and by mouse', async () => {
    await expectRange(popup, 168, 191);
    await expect(start).toHaveAttribute('aria-valuetext', 'Frame 168 of 0 to 191, 7.00 seconds');
    await start.focus();
    await popup.keyboard.press('ArrowLeft');
    await popup.keyboard.press('Shift+ArrowLeft');
    await popup.keyboard.press('PageDown');
    await expectRange(popup, 147, 170);
    await popup.keyboard.press('Home');
    await expectRange(popup, 0, 23);
    await end.focus();
    await popup.keyboard.press('End');
    await expectRange(popup, 168, 191);
    await popup.keyboard.press('ArrowRight');
    await expectRange(popup, 168, 191);
    await popup.getByRole('textbox', { name: 'End timecode' }).fill('00:03:00');
    await expectRange(popup, 49, 72);
    await popup.getByRole('textbox', { name: 'Start frame number' }).fill('100');
    await expectRange(popup, 100, 123);

    await expect(popup.locator('[data-ready]')).toBeVisible();
    const from = await start.boundingBox();
    const to = await end.boundingBox();
    if (!from || !to) throw new Error('No handles');
    const perFrame = (to.x - from.x - 12) / 24;
    const [x, y] = [(from.x + to.x) / 2 + 12, from.y + from.height / 2];
    await popup.mouse.move(x, y);
    await popup.mouse.down();
    await popup.mouse.move(x - 20, y);
    await popup.mouse.move(x - perFrame * 40, y);
    await popup.mouse.up();
    await expectRange(popup, 60, 83);
  });

  await test.step('free length: each end moves alone, and the sentence says what is known', async () => {
    await toTheEnd(popup);
    const known = popup.getByText('the last of the clip, which Flow is known to take');
    await expect(known).toBeVisible();
    await free.check();
    await start.focus();
    await popup.keyboard.press('Home');
    await expectRange(popup, 0, 191);
    await expect(known).toBeHidden();
    await expect(
      popup.getByText('only windows of 24 frames have been seen accepted'),
    ).toBeVisible();
    await end.focus();
    await popup.keyboard.press('Home');
    await expectRange(popup, 0, 1);
    await popup.getByRole('textbox', { name: 'End frame number' }).fill('99');
    await expectRange(popup, 0, 99);

    await expect(popup.locator('[data-ready]')).toBeVisible();
    const box = await end.boundingBox();
    if (!box) throw new Error('No handle');
    // Taken hold of off its middle it does not jump.
    await popup.mouse.move(box.x + 3, box.y + 10);
    await popup.mouse.down();
    await expectRange(popup, 0, 99);
    await popup.mouse.move(box.x + 33, box.y + 10);
    await popup.mouse.up();
    const endFrame = async () => Number(await end.getAttribute('aria-valuenow'));
    await expect.poll(endFrame).toBeGreaterThan(110);
    const moved = await endFrame();
    await expectRange(popup, 0, moved);

    await free.uncheck();
    await expectRange(popup, moved - 23, moved);
  });

  await test.step('keys pressed faster than a video can seek end at the very frame', async () => {
    await toTheEnd(popup);
    await start.focus();
    for (let press = 0; press < 37; press++) await popup.keyboard.press('ArrowLeft');
    expect(await shownAt(popup, 'start', 131)).toBe(131);
    await popup.keyboard.press('ArrowRight');
    expect(await shownAt(popup, 'end', 155)).toBe(155);
  });

  await test.step('both large pictures are the chosen frames, to the frame, all over the clip', async () => {
    for (const position of PLACES) {
      await popup.getByRole('textbox', { name: 'Start frame number' }).fill(String(position));
      expect(await shownAt(popup, 'start', position)).toBe(position);
      expect(await shownAt(popup, 'end', position + 23)).toBe(position + 23);
    }
  });

  await test.step('the loop shows every picture from the first frame to the last, and no other', async () => {
    await composer.range(60, 83);
    await popup.getByRole('button', { name: 'Play the range' }).click();
    await expect(screen).toBeVisible();
    const pictures = await notePictures(screen);
    // A machine with much to do leaves pictures out; in another turn of the loop they come.
    const range = Array.from({ length: 24 }, (_, index) => 60 + index);
    const missing = async () => {
      const seen = new Set(await pictures());
      return range.filter((frame) => !seen.has(frame));
    };
    await expect.poll(missing, { timeout: 30_000 }).toEqual([]);
    const turnsIn = (seen: readonly number[]) =>
      seen.filter((frame, index) => frame < (seen[index - 1] ?? frame));
    await expect.poll(async () => turnsIn(await pictures()).length).toBeGreaterThanOrEqual(2);
    const seen = await pictures();
    expect(new Set(seen)).toEqual(new Set(range));
    // It only ever goes back to the start.
    expect(new Set(turnsIn(seen))).toEqual(new Set([60]));

    await popup.getByRole('button', { name: 'Stop' }).click();
    await expect(popup.getByRole('button', { name: 'Play the range' })).toBeVisible();
    const stopped = Number(await playhead.getAttribute('aria-valuenow'));
    await expect(screen).toHaveAttribute('aria-busy', 'false');
    expect(await burnedIn(screen)).toBe(stopped);
  });

  await test.step('the playhead, the marks and the loop by keys alone; what is shown is kept and sent', async () => {
    // Opened anew, so that the playhead was never moved and nothing listens to its pictures.
    await popup.reload();
    await connected(popup);
    await toTheEnd(popup);
    await expect(screen).toBeHidden();
    await popup.getByRole('switch', { name: 'Free length' }).focus();
    await popup.keyboard.press('Space');
    await expect(popup.getByRole('switch', { name: 'Free length' })).toBeChecked();
    await playhead.focus();
    await popup.keyboard.press('Home');
    for (let press = 0; press < 4; press++) await popup.keyboard.press('Shift+ArrowRight');
    await popup.keyboard.press('ArrowRight');
    await expect(handles(popup).playhead).toHaveAttribute('aria-valuenow', '41');
    await expect(screen).toHaveAttribute('aria-busy', 'false');
    expect(await burnedIn(screen)).toBe(41);
    await popup.keyboard.press('i');
    await popup.keyboard.press('PageDown');
    await popup.keyboard.press('PageUp');
    await popup.keyboard.press('PageUp');
    await popup.keyboard.press('Shift+ArrowRight');
    await popup.keyboard.press('o');
    await expectRange(popup, 41, 61);

    const scrolled = () => popup.locator('.form').evaluate((form) => form.scrollTop);
    const before = await scrolled();
    await popup.keyboard.press('Space');
    await expect(popup.getByRole('button', { name: 'Stop' })).toBeVisible();
    await popup.keyboard.press('Space');
    await expect(popup.getByRole('button', { name: 'Play the range' })).toBeVisible();
    expect(await scrolled()).toBe(before);
    await popup.getByRole('button', { name: 'Play the range' }).focus();
    await popup.keyboard.press('Space');
    await expect(popup.getByRole('button', { name: 'Stop' })).toBeVisible();
    await popup.keyboard.press('Escape');
    await expect(screen).toBeHidden();
    expect(await shownAt(popup, 'start', 41)).toBe(41);
    expect(await shownAt(popup, 'end', 61)).toBe(61);

    await popup.reload();
    await expectRange(popup, 41, 61);
    await expect(popup.getByRole('switch', { name: 'Free length' })).toBeChecked();
    await composer.prompt('What happens next', 'i o and a space are letters here');
    await handles(popup).end.focus();
    await popup.keyboard.press('ArrowRight');
    await popup.keyboard.press('Control+Enter');
    await expect.poll(() => twin.submits.length).toBe(1);
    expect(twin.submits[0]).toMatchObject({
      prompt: 'i o and a space are letters here',
      startFrameIndex: 41,
      endFrameIndex: 62,
    });
  });
});

/** As if the clips had been seen with such a URL, and their length read, some time ago. */
async function recall(popup: Page, url: { url?: string; urlExpiresAt?: number }) {
  await popup.evaluate(async (url) => {
    const open = indexedDB.open('second-take');
    await new Promise((done) => open.addEventListener('success', done));
    const writing = open.result.transaction('media', 'readwrite');
    const all = writing.objectStore('media').getAll();
    await new Promise((done) => all.addEventListener('success', done));
    for (const media of all.result)
      if (media.kind === 'video')
        writing.objectStore('media').put({ ...media, frames: 192, ...url });
    await new Promise((done) => writing.addEventListener('complete', done));
    open.result.close();
  }, url);
  await popup.reload();
  await connected(popup);
}

test('the files of clips are read for what is shown, as long as they can be had', async ({
  popup,
  composer,
  twin,
}) => {
  for (const clip of [witch, balloon]) {
    const shape = clip.aspect.toLowerCase();
    await test.step(`the strip of a ${shape} clip shows the frames it stands for, drawn and kept`, async () => {
      await extend(popup, clip);
      expect(await stripNumbers(popup)).toEqual(filmstripFrames(192, 12));

      const plugIn = twin.unplug();
      await popup.reload();
      expect(await stripNumbers(popup)).toEqual(filmstripFrames(192, 12));
      plugIn();
      // What it asked for meanwhile was in vain: the next step begins in one that was opened anew.
      await popup.reload();
      await connected(popup);
    });
  }

  // From here on with clips whose strip was never drawn, so that none is kept.
  await test.step('an address that has run out is replaced by a fresh one', async () => {
    // Nothing that needs a file, so that the first to be asked for is that of the cat.
    await composer.action('Reshoot');
    await recall(popup, { urlExpiresAt: 1 });
    await extend(popup, cat);
    expect(await shownAt(popup, 'start', 168)).toBe(168);
    expect(await stripNumbers(popup)).toEqual(filmstripFrames(192, 12));
  });

  await test.step('where no file can be had, the track is plain and everything goes by numbers', async () => {
    // Also a fresh URL brings nothing.
    twin.spoilFiles('forbidden');
    await composer.action('Reshoot');
    await recall(popup, {
      url: 'https://storage.googleapis.com/ai-sandbox-videofx/video/gone',
    });
    await extend(popup, train);
    await expect(popup.getByRole('button', { name: 'Play the range' })).toBeDisabled();
    await handles(popup).start.focus();
    await popup.keyboard.press('Shift+ArrowLeft');
    await expectRange(popup, 158, 181);
    await handles(popup).playhead.focus();
    await popup.keyboard.press('Home');
    await popup.keyboard.press('PageUp');
    await popup.keyboard.press('Space');
    await popup.keyboard.press('i');
    await expectRange(popup, 10, 33);
    const picture = popup.getByRole('img', { name: 'Start, frame 10', exact: true });
    await expect(picture).toHaveAttribute('aria-busy', 'true');
    await expect(popup.locator('[data-ready]')).toHaveCount(0);
  });
});
