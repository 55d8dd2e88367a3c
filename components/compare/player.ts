import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { warn } from '@/lib/base/log';
import { FRAMES_PER_SECOND as FPS } from '@/lib/flow/media';
import { framesOf, seekSeconds } from '@/lib/video/frames';
import { correction, frameAt, frameWithin, type Lane, lastFrame, ownFrame } from '@/lib/video/step';

/** A video that is not ready by then starts later and catches up. */
const READY_MS = 1500;
const CAN_PLAY = 3;

interface Playing extends Lane {
  readonly video: HTMLVideoElement;
}

/** Several videos on one clock: while it stands, all show the very same frame of it. */
export interface Player {
  /** Frame of the clock, from 0. */
  readonly frame: ReadonlySignal<number>;
  /** Last frame of the clock. */
  readonly last: ReadonlySignal<number>;
  readonly isPlaying: ReadonlySignal<boolean>;
  /** Takes in a video whose length is known, at an offset in frames; gives back the way out. */
  join(video: HTMLVideoElement, offset: number): () => void;
  toggle(): void;
  /** Stops and shows a frame. */
  show(frame: number): void;
  stop(): void;
}

/** A player without videos yet. The longest video leads; the others follow it. It plays in a loop. */
export function createPlayer(): Player {
  const frame = signal(0);
  const last = signal(0);
  const isPlaying = signal(false);
  const lanes = new Set<Playing>();
  let leader: Playing | undefined;
  let callback = 0;
  let run = 0;

  const seek = (lane: Playing, to: number) => {
    lane.video.playbackRate = 1;
    lane.video.currentTime = seekSeconds(ownFrame(to, lane), FPS);
  };

  const lead = () => {
    const [first] = [...lanes].sort(
      (one, other) => other.frames - other.offset - (one.frames - one.offset),
    );
    if (first === leader) return;
    leader?.video.cancelVideoFrameCallback(callback);
    leader = first;
    if (leader) leader.video.playbackRate = 1;
    listen();
  };

  const listen = () => {
    if (!isPlaying.value || !leader) return;
    leader.video.cancelVideoFrameCallback(callback);
    callback = leader.video.requestVideoFrameCallback(tick);
  };

  const tick: VideoFrameRequestCallback = (_, { mediaTime }) => {
    if (!isPlaying.value || !leader) return;
    frame.value = frameWithin(frameAt(mediaTime, FPS) - leader.offset, last.value);
    for (const lane of lanes) if (lane !== leader) follow(lane, leader);
    listen();
  };

  const follow = (lane: Playing, { video, offset }: Playing) => {
    const seconds = video.currentTime + (lane.offset - offset) / FPS;
    if (seconds >= seekSeconds(lane.frames - 1, FPS)) return hold(lane);
    if (lane.video.seeking) return;
    if (lane.video.paused) start(lane);
    const pace = correction(lane.video.currentTime - seconds, FPS);
    if (pace === 'seek') lane.video.currentTime = seconds;
    else if (lane.video.playbackRate !== pace) lane.video.playbackRate = pace;
  };

  /** A lane that ends before the leader shows its last frame until the clock begins again. */
  const hold = (lane: Playing) => {
    if (lane.video.paused) return;
    lane.video.pause();
    seek(lane, last.value);
  };

  const start = ({ video }: Playing) => {
    video.play().catch((error: unknown) => isPlaying.value && warn('play', error));
  };

  const show = (to: number) => {
    stop();
    frame.value = frameWithin(to, last.value);
    for (const lane of lanes) seek(lane, frame.value);
  };

  const play = async (from: number) => {
    show(from);
    isPlaying.value = true;
    run += 1;
    const mine = run;
    await Promise.all([...lanes].map(({ video }) => ready(video)));
    if (!isPlaying.value || run !== mine) return;
    for (const lane of lanes) start(lane);
    listen();
  };

  const stop = () => {
    if (!isPlaying.value) return;
    isPlaying.value = false;
    leader?.video.cancelVideoFrameCallback(callback);
    for (const lane of lanes) lane.video.pause();
    for (const lane of lanes) seek(lane, frame.value);
  };

  return {
    frame,
    last,
    isPlaying,
    show,
    stop,
    toggle: () => {
      if (isPlaying.value) stop();
      else void play(frame.value < last.value ? frame.value : 0);
    },

    join(video, offset) {
      const lane = { video, offset, frames: Math.max(1, framesOf(video.duration, FPS)) };
      const isLeader = () => lane === leader && isPlaying.value;
      const restart = () => isLeader() && void play(0);
      // While the leader has nothing to show, nobody runs away from it.
      const wait = () => {
        if (isLeader()) for (const one of lanes) if (one !== lane) one.video.pause();
      };
      const resize = () =>
        batch(() => {
          last.value = lastFrame(lanes);
          frame.value = frameWithin(frame.value, last.value);
        });
      lanes.add(lane);
      resize();
      seek(lane, frame.value);
      lead();
      if (isPlaying.value) start(lane);
      video.addEventListener('ended', restart);
      video.addEventListener('waiting', wait);
      return () => {
        lanes.delete(lane);
        video.removeEventListener('ended', restart);
        video.removeEventListener('waiting', wait);
        video.pause();
        if (lanes.size === 0) isPlaying.value = false;
        else resize();
        lead();
      };
    },
  };
}

/** Resolves when a video shows the frame that was sought and can go on, or after a while. */
const ready = (video: HTMLVideoElement): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (!video.seeking && video.readyState >= CAN_PLAY) done();
    };
    const timer = setTimeout(() => done(), READY_MS);
    const done = () => {
      clearTimeout(timer);
      for (const name of EVENTS) video.removeEventListener(name, look);
      resolve();
    };
    for (const name of EVENTS) video.addEventListener(name, look);
    look();
  });

const EVENTS = ['seeked', 'canplay'] as const;
