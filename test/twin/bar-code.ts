export interface Pixels {
  data: Uint8ClampedArray;
  width: number;
  height: number;
}

// Layout, as drawn by media/scenes/bar.js: a strip of 1/30 of the height along the bottom edge, in
// cells of 1/16 of the width, starting at 1.5 cells: white, ten bits (highest first), even parity, black.
// Self-contained, so that it can be handed to a page as source; without inner functions, because
// esbuild (tsx, vitest) wraps those in a call of its own that a page does not have.
export function readFrameNumber(image: Pixels): number {
  const { data, width, height } = image;
  const y = Math.min(height - 1, Math.floor(height - height / 60));
  const light: number[] = [];
  for (let cell = 0; cell <= 12; cell += 1) {
    const at = (y * width + Math.floor(((2 + cell) * width) / 16)) * 4;
    light.push(((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) / 3);
  }
  const [white = 0, black = 0] = [light[0], light[12]];
  if (white - black < 80)
    throw new Error(`No bar code in this picture (${white} against ${black})`);
  let [frame, parity] = [0, 0];
  for (let cell = 1; cell <= 11; cell += 1) {
    const bit = (light[cell] ?? 0) > (white + black) / 2 ? 1 : 0;
    parity ^= bit;
    if (cell <= 10) frame = frame * 2 + bit;
  }
  if (parity !== 0) throw new Error('The bar code was misread');
  return frame;
}
