import { readFrames } from './read-frames';

/** What a filmstrip is drawn of. */
export interface FilmstripOf {
  readonly url: string;
  /** Length of the clip in frames. */
  readonly frames: number;
  readonly framesPerSecond: number;
  /** How many frames are shown, side by side. */
  readonly count: number;
  /** Height of each picture in pixels; its width follows the clip's shape. */
  readonly height: number;
}

/** How many videos seek at the same time. */
const READERS = 3;
const QUALITY = 0.82;

/** The frames that a filmstrip shows: the middle of each of `count` equal parts of the clip. */
export const filmstripFrames = (frames: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => Math.floor(((index + 0.5) * frames) / count));

/**
 * Draws a filmstrip of a clip from its own file and gives it back as one JPEG, the pictures side by
 * side. Each is handed to `onPicture` as soon as it is there, in no order.
 *
 * @throws when the file cannot be read, or when `signal` ends it
 */
export async function drawFilmstrip(
  of: FilmstripOf,
  onPicture: (index: number, picture: HTMLCanvasElement) => void,
  signal: AbortSignal,
): Promise<Blob> {
  const wanted = filmstripFrames(of.frames, of.count);
  const pictures: HTMLCanvasElement[] = [];
  const share = Math.ceil(of.count / READERS);
  await Promise.all(
    Array.from({ length: READERS }, async (_, reader) => {
      const from = reader * share;
      await readFrames(of, wanted.slice(from, from + share), signal, (index, frame) => {
        const picture = shrunk(frame, of.height);
        pictures[from + index] = picture;
        onPicture(from + index, picture);
      });
    }),
  );
  return joined(pictures);
}

function shrunk(frame: VideoFrame, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.height = height;
  canvas.width = Math.round((height * frame.displayWidth) / frame.displayHeight);
  const context = canvas.getContext('2d');
  if (context) context.imageSmoothingQuality = 'high';
  context?.drawImage(frame, 0, 0, canvas.width, height);
  return canvas;
}

async function joined(pictures: readonly HTMLCanvasElement[]): Promise<Blob> {
  const { width = 0, height = 0 } = pictures[0] ?? {};
  const sheet = new OffscreenCanvas(width * pictures.length, height);
  const context = sheet.getContext('2d');
  for (const [index, picture] of pictures.entries()) context?.drawImage(picture, index * width, 0);
  return sheet.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
}
