import './Monitor.css';
import { effect, useSignal } from '@preact/signals';
import { X } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import { FRAMES_PER_SECOND, type Media } from '@/lib/flow/media';
import { createRangePlayer } from '@/lib/playback/range-player';
import { timecode } from '@/lib/video/timecode';

/** The large picture over both ends: the frame at the playhead, or the range as it plays. */
export function Monitor({ media }: { media: Media }) {
  const { clipFile, playhead } = useViewStore();
  const url = clipFile.url.value;
  if (playhead.monitor.value === 'closed' || url === undefined) return null;
  return (
    <div class="monitor">
      <Screen url={url} key={`${media.id} ${url}`} />
      <button
        type="button"
        class="icon-btn icon-btn-s monitor-close"
        aria-label={i18n.t('range.close')}
        title={i18n.t('range.close')}
        onClick={playhead.closeMonitor}
      >
        <X class="i" aria-hidden="true" />
      </button>
    </div>
  );
}

function Screen({ url }: { url: string }) {
  const { clipFile, playhead, range } = useViewStore();
  const canvas = useRef<HTMLCanvasElement>(null);
  const shown = useSignal<number | undefined>(undefined);
  useEffect(() => {
    const player = createRangePlayer({
      url,
      framesPerSecond: FRAMES_PER_SECOND,
      range: () => range.inside.peek(),
      onPicture(frame, picture) {
        draw(canvas.current, picture);
        shown.value = frame;
        if (playhead.monitor.peek() === 'playing') playhead.passing.value = frame;
      },
      onError: () => clipFile.refuse(url),
    });
    const stop = effect(() => {
      if (playhead.monitor.value === 'playing') player.play();
      else player.show(playhead.frame.value);
    });
    return () => {
      stop();
      player.close();
      playhead.passing.value = undefined;
    };
  }, [url]);
  const isPending = playhead.monitor.value !== 'playing' && shown.value !== playhead.frameNow.value;
  return (
    <>
      <canvas
        class="monitor-picture"
        ref={canvas}
        width={0}
        height={0}
        role="img"
        aria-label={i18n.t('range.monitor')}
        aria-busy={isPending}
      />
      <Counter />
    </>
  );
}

/** Where the picture is in the clip. Silent for screen readers: the playhead says it. */
const Counter = () => {
  const { playhead } = useViewStore();
  return (
    <p class="counter" aria-hidden="true">
      <b>{playhead.frameNow}</b> {timecode(playhead.frameNow.value, FRAMES_PER_SECOND)}
    </p>
  );
};

function draw(canvas: HTMLCanvasElement | null, picture: VideoFrame): void {
  if (!canvas) return;
  const { displayWidth, displayHeight } = picture;
  if (canvas.width !== displayWidth) canvas.width = displayWidth;
  if (canvas.height !== displayHeight) canvas.height = displayHeight;
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
}
