import { SECOND_MS } from '@/lib/base/time';
import type { Range } from '@/lib/video/range';
import { type BufferedVideo, createBufferedVideo } from './buffered-video';
import type { OnPicture } from './frame-now';

/** Shows frames of one clip: a single one, or a range in a loop. */
export interface RangePlayer {
  /** Stops, and goes to a frame. */
  show(frame: number): void;
  /** Plays from the first frame of the range to its last, over and over. */
  play(): void;
  close(): void;
}

interface RangePlayerOf {
  readonly url: string;
  readonly framesPerSecond: number;
  /** Asked at every frame, so that the range may change while it plays. */
  readonly range: () => Range;
  /** A picture to be seen now. Frames outside the range never come while it plays. */
  readonly onPicture: OnPicture;
  readonly onError: () => void;
}

/**
 * Two videos take turns: while one plays, the other waits at the first frame, so that the loop has
 * no gap. What counts is the time that each picture carries itself, not a clock.
 */
export function createRangePlayer(of: RangePlayerOf): RangePlayer {
  const { range, onPicture, framesPerSecond } = of;
  let playing: BufferedVideo | undefined;
  let turn: ReturnType<typeof setTimeout> | undefined;

  const open = (): BufferedVideo => {
    const buffered = createBufferedVideo(of.url, framesPerSecond, (frame, picture) => {
      if (buffered === playing) presentFrom(buffered, frame, picture);
    });
    buffered.video.addEventListener('error', of.onError, { once: true });
    return buffered;
  };
  const [one, two] = [open(), open()];
  const other = (buffered: BufferedVideo) => (buffered === one ? two : one);

  const presentFrom = (buffered: BufferedVideo, frame: number, picture: VideoFrame) => {
    const { start, end } = range();
    if (frame >= start && frame <= end) onPicture(frame, picture);
    if (frame >= start && frame < end) return;
    playing = undefined;
    buffered.pause();
    turn = setTimeout(
      () => begin(other(buffered)),
      frame === end ? SECOND_MS / framesPerSecond : 0,
    );
  };

  const begin = (buffered: BufferedVideo) => {
    const { start } = range();
    buffered.seek(start, (frame, picture) => {
      playing = buffered;
      onPicture(frame, picture);
      buffered.play();
      other(buffered).seek(start, () => {});
    });
  };

  const pause = () => {
    clearTimeout(turn);
    playing = undefined;
    one.pause();
    two.pause();
  };
  return {
    show(frame) {
      pause();
      one.seek(frame, onPicture);
    },
    play() {
      pause();
      begin(one);
    },
    close() {
      pause();
      one.close();
      two.close();
    },
  };
}
