import { expect, type Locator, type Page } from '@playwright/test';
import { readFrameNumber } from '../../twin/bar-code';
import { CLIPS } from '../../twin/world';
import { Composer } from './composer';

/** The number that is burned into a picture, read from its own pixels: a video or a canvas. */
export async function burnedIn(picture: Locator): Promise<number> {
  const row = await picture.evaluate((source) => {
    if (!(source instanceof HTMLVideoElement || source instanceof HTMLCanvasElement)) return [];
    // A video that says that its data is there may draw black: it holds no picture yet.
    const frame = source instanceof HTMLVideoElement ? new VideoFrame(source) : undefined;
    const drawn = frame ?? (source as HTMLCanvasElement);
    const width = frame?.displayWidth ?? source.width;
    const height = frame?.displayHeight ?? source.height;
    const context = new OffscreenCanvas(width, height).getContext('2d');
    context?.drawImage(drawn, 0, 0);
    frame?.close();
    const line = context?.getImageData(0, Math.floor(height - height / 60), width, 1);
    return [...(line?.data ?? [])];
  });
  return readFrameNumber({ data: Uint8ClampedArray.from(row), width: row.length / 4, height: 1 });
}

/** Columns of a picture that the bar code is read at: it has 16. */
const COLUMNS = 16;

/**
 * Notes every picture that is drawn on a canvas from now on.
 *
 * @returns asks for the numbers burned into them, in their order
 */
export async function notePictures(canvas: Locator): Promise<() => Promise<number[]>> {
  await canvas.evaluate((picture, columns) => {
    const context = (picture as HTMLCanvasElement).getContext('2d');
    if (!context) return;
    const rows: number[][] = [];
    const { drawImage } = context;
    const noting = (...call: unknown[]) => {
      Reflect.apply(drawImage, context, call);
      const { width, height } = context.canvas;
      const line = context.getImageData(0, Math.floor(height - height / 60), width, 1).data;
      const cells = Array.from({ length: columns }, (_, column) => {
        const at = Math.floor((column * width) / columns) * 4;
        return [...line.subarray(at, at + 4)];
      });
      rows.push(cells.flat());
    };
    Object.assign(context, { drawImage: noting });
    Object.assign(window, { drawn: rows });
  }, COLUMNS);
  return async () => {
    const rows = await canvas.evaluate(() => (window as unknown as { drawn: number[][] }).drawn);
    return rows.map((row) =>
      readFrameNumber({ data: Uint8ClampedArray.from(row), width: COLUMNS, height: 1 }),
    );
  };
}

const END = { start: 'Start', end: 'End' } as const;

/** The number burned into the large picture of one end, once the picture claims to be that frame. */
export async function shownAt(popup: Page, end: keyof typeof END, frame: number): Promise<number> {
  const picture = popup.getByRole('img', { name: `${END[end]}, frame ${frame}`, exact: true });
  await expect(picture).toHaveAttribute('aria-busy', 'false');
  return burnedIn(picture.locator('video'));
}

/** The numbers burned into the pictures of the strip, once it is complete. */
export async function stripNumbers(popup: Page): Promise<number[]> {
  const strip = popup.locator('[data-ready]');
  await expect(strip).toBeVisible();
  return Promise.all((await strip.locator('canvas').all()).map(burnedIn));
}

/** Extend with a clip, as far as its length is known. */
export async function extend(popup: Page, clip: { title: string } = CLIPS.witch): Promise<void> {
  const composer = new Composer(popup);
  await composer.clip(clip.title);
  await composer.action('Extend');
  await expect(popup.getByRole('slider', { name: 'Start frame' })).toBeVisible();
}

export const handles = (popup: Page) => ({
  start: popup.getByRole('slider', { name: 'Start frame' }),
  end: popup.getByRole('slider', { name: 'End frame' }),
  playhead: popup.getByRole('slider', { name: 'Playhead' }),
});

/** Both ends as the handles and the fields say them: they must agree. */
export async function expectRange(popup: Page, start: number, end: number): Promise<void> {
  const { start: from, end: to } = handles(popup);
  await expect(from).toHaveAttribute('aria-valuenow', String(start));
  await expect(to).toHaveAttribute('aria-valuenow', String(end));
  await expect(popup.getByRole('textbox', { name: 'Start frame number' })).toHaveValue(
    String(start),
  );
  await expect(popup.getByRole('textbox', { name: 'End frame number' })).toHaveValue(String(end));
}
