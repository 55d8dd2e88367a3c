import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useViewStore } from '@/components/store/view-store';
import { warn } from '@/lib/base/log';
import { FRAMES_PER_SECOND, type Media } from '@/lib/flow/media';
import { drawFilmstrip } from '@/lib/playback/filmstrip';
import { ask } from '@/lib/storage/ask';
import { keepFilmstrip, readFilmstrip } from '@/lib/storage/filmstrips';

const COUNT = 12;
/** In pixels: twice what is shown, for screens that have two for one. */
const HEIGHT = 88;

/** Twelve frames of the clip side by side: as they were kept, else drawn from its file. */
export function Filmstrip({ media }: { media: Media }) {
  const { clipFile } = useViewStore();
  const row = useRef<HTMLDivElement>(null);
  const isReady = useSignal(false);
  const url = clipFile.url.value;
  useEffect(() => {
    if (isReady.peek()) return;
    const end = new AbortController();
    const show = (index: number, picture: CanvasImageSource, from: number, width: number) => {
      const canvas = row.current?.children[index];
      if (!(canvas instanceof HTMLCanvasElement) || end.signal.aborted) return;
      canvas.width = width;
      canvas.height = HEIGHT;
      canvas.getContext('2d')?.drawImage(picture, -from, 0);
    };
    fill(media, url, show, end.signal)
      .then((isFull) => {
        isReady.value = isFull;
      })
      .catch((error: unknown) => {
        if (end.signal.aborted) return;
        warn('strip', error);
        if (url !== undefined) clipFile.refuse(url);
      });
    return () => end.abort();
  }, [media.id, media.frames, url]);
  return (
    <div class="thumbs" ref={row} data-ready={isReady.value || undefined} aria-hidden="true">
      {Array.from({ length: COUNT }, (_, index) => (
        <canvas key={index} width={0} height={0} />
      ))}
    </div>
  );
}

type Show = (index: number, picture: CanvasImageSource, from: number, width: number) => void;

/** Shows all pictures; false where none were kept and the file is not to be had. */
async function fill(
  { id, frames = 0 }: Media,
  url: string | undefined,
  show: Show,
  signal: AbortSignal,
): Promise<boolean> {
  const kept = await ask((from) => readFilmstrip(id, COUNT, from));
  if (kept) {
    const sheet = await createImageBitmap(kept);
    const width = sheet.width / COUNT;
    for (let index = 0; index < COUNT; index++) show(index, sheet, index * width, width);
    return true;
  }
  if (url === undefined) return false;
  const of = { url, frames, framesPerSecond: FRAMES_PER_SECOND, count: COUNT, height: HEIGHT };
  const filmstrip = await drawFilmstrip(
    of,
    (index, picture) => show(index, picture, 0, picture.width),
    signal,
  );
  await keepFilmstrip(id, COUNT, filmstrip, Date.now());
  return true;
}
