import { expect, type Locator } from '@playwright/test';
import { readFrameNumber } from '../twin/bar-code';

/**
 * Rows of pixels through the bar codes of what videos show, all of one moment: now, or at each of so
 * many new pictures of the first one in a row. It runs in the page: nothing from outside is there.
 */
async function rowsOf(videos: Element[], pictures: 'now' | number): Promise<number[][][]> {
  const all = videos as HTMLVideoElement[];
  const [first] = all;
  const found: number[][][] = [];
  while (first && found.length < (pictures === 'now' ? 1 : pictures)) {
    if (pictures !== 'now')
      await new Promise<void>((next) => {
        first.requestVideoFrameCallback(() => next());
        // One that is stopped has no new pictures.
        first.addEventListener('pause', () => next(), { once: true });
        if (first.paused) next();
      });
    if (pictures !== 'now' && first.paused) break;
    const rows: number[][] = [];
    for (const video of all) {
      const picture = new VideoFrame(video);
      const { displayWidth: width, displayHeight: height } = picture;
      const context = new OffscreenCanvas(width, 1).getContext('2d');
      const y = Math.floor(height - height / 60);
      context?.drawImage(picture, 0, y, width, 1, 0, 0, width, 1);
      picture.close();
      rows.push(Array.from(context?.getImageData(0, 0, width, 1).data ?? []));
    }
    found.push(rows);
  }
  return found;
}

const read = (row: number[]): number =>
  readFrameNumber({ data: Uint8ClampedArray.from(row), width: row.length / 4, height: 1 });

/**
 * Waits until each video holds a picture and is on its way to no other. One that says that its data
 * is there may hold none yet on a busy machine, and draws black.
 */
const expectPictures = (videos: Locator): Promise<void> =>
  expect
    .poll(() =>
      videos.evaluateAll((all: HTMLVideoElement[]) =>
        all.every((video) => {
          if (video.seeking || video.readyState < 2) return false;
          try {
            new VideoFrame(video).close();
            return true;
          } catch {
            return false;
          }
        }),
      ),
    )
    .toBe(true);

/** The frames that videos show, once none of them is on its way to another. */
export async function shownFrames(videos: Locator): Promise<number[]> {
  await expectPictures(videos);
  const [rows = []] = await videos.evaluateAll(rowsOf, 'now' as const);
  return rows.map(read);
}

/** New pictures in a row that show whether videos run in step: a third of a second of them. */
const IN_STEP = 8;

const isInStep = (frames: readonly number[]) => Math.max(...frames) - Math.min(...frames) < 2;

/**
 * Waits until playing videos run in step: at so many new pictures of the first one in a row, all show
 * frames that differ by one at most, as their own bar codes say. Counted by pictures, not by a clock;
 * a machine that shows few of them a second takes longer.
 *
 * @returns frames of the first video on the way there, for who wants to know whether it began again
 */
export async function expectInStep(videos: Locator): Promise<number[]> {
  const led: number[] = [];
  await expect(async () => {
    const rows = await videos.evaluateAll(rowsOf, 3 * IN_STEP);
    const found = rows.map((each) => each.map(read));
    const end = found.findIndex(
      (_, index) =>
        index + 1 >= IN_STEP && found.slice(index + 1 - IN_STEP, index + 1).every(isInStep),
    );
    led.push(...found.slice(0, end === -1 ? undefined : end + 1).map(([first = -1]) => first));
    expect(end, JSON.stringify(found)).not.toBe(-1);
  }).toPass({ timeout: 20_000 });
  return led;
}
