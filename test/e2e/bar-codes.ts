import { expect, type Locator } from '@playwright/test';
import { readFrameNumber } from '../twin/bar-code';

/**
 * Rows of pixels through the bar codes of what videos show, all of one moment; so many moments, so
 * far apart. It runs in the page: nothing from outside is there.
 */
async function rowsOf(videos: Element[], { samples, everyMs }: Record<string, number>) {
  const found: number[][][] = [];
  for (let sample = 0; sample < (samples ?? 1); sample += 1) {
    if (everyMs)
      await new Promise((next) => setTimeout(() => requestAnimationFrame(next), everyMs));
    const rows: number[][] = [];
    for (const video of videos as HTMLVideoElement[]) {
      const { videoWidth: width, videoHeight: height } = video;
      const context = new OffscreenCanvas(width, 1).getContext('2d');
      const y = Math.floor(height - height / 60);
      context?.drawImage(video, 0, y, width, 1, 0, 0, width, 1);
      rows.push(Array.from(context?.getImageData(0, 0, width, 1).data ?? []));
    }
    found.push(rows);
  }
  return found;
}

const read = (row: number[]): number =>
  readFrameNumber({ data: Uint8ClampedArray.from(row), width: row.length / 4, height: 1 });

/** The frames that videos show, once none of them is on its way to another. */
export async function shownFrames(videos: Locator): Promise<number[]> {
  await expect
    .poll(() =>
      videos.evaluateAll((all: HTMLVideoElement[]) =>
        all.every((video) => !video.seeking && video.readyState >= 2),
      ),
    )
    .toBe(true);
  const [rows = []] = await videos.evaluateAll(rowsOf, { samples: 1, everyMs: 0 });
  return rows.map(read);
}

/**
 * Waits until playing videos run in step: many times in a row, each read in one moment, they show
 * frames that differ by one at most. A machine with much to do may need more than one try.
 */
export const expectInStep = (videos: Locator, samples = 16): Promise<void> =>
  expect(async () => {
    const found = (await videos.evaluateAll(rowsOf, { samples, everyMs: 90 })).map((rows) =>
      rows.map(read),
    );
    for (const frames of found)
      expect(Math.max(...frames) - Math.min(...frames), JSON.stringify(found)).toBeLessThan(2);
    expect(new Set(found.map(([first]) => first)).size).toBeGreaterThan(samples / 2);
  }).toPass({ timeout: 20_000 });
