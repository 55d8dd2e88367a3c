/** One tile at twice its size on the screen. */
const WIDTH = 192;
const HEIGHT = 108;
/** How far the surroundings reach on each side, in widths and heights of the tile. */
const AROUND = 0.6;
/** Of a picture that is taller than the tile, the part that is shown: a little above the middle. */
const ABOVE = 0.4;

/**
 * A picture cut to the shape of a tile, with itself mirrored on all sides, so that a camera that
 * turns or steps back has something to show: 2.2 times the tile each way, the picture in the middle.
 *
 * @param width of the source, in its own pixels
 * @param height of the source, in its own pixels
 */
export async function drawMirrored(
  source: CanvasImageSource,
  width: number,
  height: number,
): Promise<Blob> {
  const span = 1 + 2 * AROUND;
  const canvas = new OffscreenCanvas(Math.round(WIDTH * span), Math.round(HEIGHT * span));
  const context = canvas.getContext('2d');
  const scale = Math.max(WIDTH / width, HEIGHT / height);
  const [cutWidth, cutHeight] = [WIDTH / scale, HEIGHT / scale];
  const cut = [(width - cutWidth) / 2, (height - cutHeight) * ABOVE, cutWidth, cutHeight] as const;
  for (const row of [-1, 0, 1])
    for (const column of [-1, 0, 1]) {
      const [x, y] = [(AROUND + column) * WIDTH, (AROUND + row) * HEIGHT];
      const [flipX, flipY] = [column === 0 ? 1 : -1, row === 0 ? 1 : -1];
      context?.setTransform(
        flipX,
        0,
        0,
        flipY,
        flipX < 0 ? x + WIDTH : x,
        flipY < 0 ? y + HEIGHT : y,
      );
      context?.drawImage(source, ...cut, 0, 0, WIDTH, HEIGHT);
    }
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
}
