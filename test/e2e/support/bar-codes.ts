import { expect, type Locator } from '@playwright/test';
import { readFrameNumber } from '../../twin/bar-code';

interface Look {
  /** Now, or at each of at most so many new pictures of the first video in a row. */
  readonly pictures: 'now' | number;
  /** It is enough once the videos were in step at so many of them in a row. */
  readonly inStep: number;
}

const NOW: Look = { pictures: 'now', inStep: 1 };

/**
 * The frames that videos show, all of one moment, by their own bar codes. It runs in the page:
 * nothing from outside is there but what is handed to it.
 */
async function look(
  videos: Element[],
  { pictures, inStep }: Look,
  read: typeof readFrameNumber,
): Promise<number[][]> {
  const all = videos as HTMLVideoElement[];
  const [first] = all;
  const found: number[][] = [];
  // Every picture is read back at once: it need not go where pictures are painted.
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!context) return found;
  let together = 0;
  while (first && together < inStep && found.length < (pictures === 'now' ? 1 : pictures)) {
    if (pictures !== 'now')
      await new Promise<void>((next) => {
        first.requestVideoFrameCallback(() => next());
        // One that is stopped has no new pictures.
        first.addEventListener('pause', () => next(), { once: true });
        if (first.paused) next();
      });
    if (pictures !== 'now' && first.paused) break;
    const frames: number[] = [];
    for (const video of all) {
      const picture = new VideoFrame(video);
      const { displayWidth: width, displayHeight: height } = picture;
      if (context.canvas.width !== width) context.canvas.width = width;
      const y = Math.floor(height - height / 60);
      context.drawImage(picture, 0, y, width, 1, 0, 0, width, 1);
      picture.close();
      frames.push(read(context.getImageData(0, 0, width, 1)));
    }
    found.push(frames);
    together = Math.max(...frames) - Math.min(...frames) < 2 ? together + 1 : 0;
  }
  return found;
}

/** As source: a function cannot be handed to a page in another way. */
const lookInPage = new Function(
  'videos',
  'at',
  `return (${look})(videos, at, ${readFrameNumber})`,
) as (videos: Element[], at: Look) => Promise<number[][]>;

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
  const [frames = []] = await videos.evaluateAll(lookInPage, NOW);
  return frames;
}

/** New pictures in a row that show whether videos run in step: a third of a second of them. */
const IN_STEP = 8;

/** Looks at a second of pictures each, until which videos have to run in step. */
const LOOKS = 20;

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
  let last: number[][] = [];
  for (let look = 0; look < LOOKS; look++) {
    const found = await videos.evaluateAll(lookInPage, { pictures: 3 * IN_STEP, inStep: IN_STEP });
    const end = found.findIndex(
      (_, index) =>
        index + 1 >= IN_STEP && found.slice(index + 1 - IN_STEP, index + 1).every(isInStep),
    );
    led.push(...found.slice(0, end === -1 ? undefined : end + 1).map(([first = -1]) => first));
    if (end !== -1) return led;
    last = found;
  }
  throw new Error(`Not in step: ${JSON.stringify(last)}`);
}
