import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createSeeker } from '@/lib/playback/seek';

const FPS = 24;

/** A video of which the test says when a seek ends, which picture it holds and what it calls. */
class Standing extends EventTarget {
  readonly readyState = 4;
  paused = true;
  seeking = false;
  /** Frame of the picture it holds; undefined: none. */
  holds: number | undefined;
  /** Where it was sent, in frames. */
  readonly sought: number[] = [];
  private callback: (() => void) | undefined;

  set currentTime(seconds: number) {
    this.sought.push(seconds * FPS);
    this.seeking = true;
  }
  requestVideoFrameCallback(call: () => void): number {
    this.callback = call;
    return 1;
  }
  cancelVideoFrameCallback(): void {
    this.callback = undefined;
  }
  present(): void {
    this.callback?.();
  }
  seeked(): void {
    this.seeking = false;
    this.dispatchEvent(new Event('seeked'));
  }
}

function seekerOf(video: Standing) {
  const shown: number[] = [];
  const seeker = createSeeker(video as unknown as HTMLVideoElement, FPS, (frame) =>
    shown.push(frame),
  );
  return { shown, seeker };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('HTMLMediaElement', { HAVE_NOTHING: 0, HAVE_CURRENT_DATA: 2 });
  vi.stubGlobal(
    'VideoFrame',
    class {
      readonly timestamp: number;
      constructor(video: Standing) {
        if (video.holds === undefined) throw new DOMException('', 'InvalidStateError');
        this.timestamp = Math.round((video.holds / FPS) * 1_000_000);
      }
      close() {}
    },
  );
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('seeking says a frame that is on show already without a seek', () => {
  const video = new Standing();
  video.holds = 70;
  const { seeker, shown } = seekerOf(video);
  seeker.to(70);
  expect([shown, video.sought]).toEqual([[70], []]);
});

it('a late callback of the frame that is sought counts only if the picture is that frame', () => {
  const video = new Standing();
  video.holds = 71;
  const { seeker, shown } = seekerOf(video);
  seeker.to(70);
  video.seeked();
  video.present();
  expect(shown).toEqual([]);
  video.holds = 70;
  video.present();
  expect(shown).toEqual([70]);
});

it('seeking finds a picture that comes after the seek and without any callback', () => {
  const video = new Standing();
  video.holds = 71;
  const { seeker, shown } = seekerOf(video);
  seeker.to(70);
  video.seeked();
  video.holds = 70;
  vi.advanceTimersToNextTimer();
  expect([shown, video.sought.length]).toEqual([[70], 1]);
  expect(vi.getTimerCount()).toBe(0);
});

it('seeking tries again, at another time of the same frame, where the picture stays another one', () => {
  const video = new Standing();
  video.holds = 71;
  const { seeker, shown } = seekerOf(video);
  seeker.to(70);
  video.seeked();
  vi.advanceTimersToNextTimer();
  video.holds = 70;
  video.seeked();
  expect(shown).toEqual([70]);
  expect(new Set(video.sought).size).toBe(2);
  expect(video.sought.map(Math.floor)).toEqual([70, 70]);
});

it('seeking goes on where a seek ends without a word, and where there is no picture at first', () => {
  const video = new Standing();
  const { seeker, shown } = seekerOf(video);
  seeker.to(70);
  vi.advanceTimersToNextTimer();
  expect(video.sought).toHaveLength(1);
  video.seeking = false;
  vi.advanceTimersToNextTimer();
  video.holds = 70;
  video.seeked();
  expect(shown).toEqual([70]);
});

it('seeking gives up after five tries, begins anew with the next frame, and is silent once stopped', () => {
  const video = new Standing();
  video.holds = 71;
  const { seeker, shown } = seekerOf(video);
  seeker.to(70);
  for (let turn = 0; turn < 9 && vi.getTimerCount() > 0; turn++) {
    video.seeked();
    vi.advanceTimersToNextTimer();
  }
  expect([video.sought.length, vi.getTimerCount()]).toEqual([5, 0]);
  seeker.to(72);
  expect(video.sought).toHaveLength(6);
  seeker.stop();
  video.holds = 72;
  video.seeked();
  expect([shown, vi.getTimerCount()]).toEqual([[], 0]);
});

it('seeking says nothing while the video plays', () => {
  const video = new Standing();
  video.holds = 70;
  const { seeker, shown } = seekerOf(video);
  seeker.to(70);
  video.paused = false;
  video.present();
  expect(shown).toEqual([70]);
});
