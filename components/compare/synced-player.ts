import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { warn } from '@/lib/base/log';
import { FRAMES_PER_SECOND as FPS } from '@/lib/flow/media';
import { framesOf, seekSeconds } from '@/lib/video/frames';
import {
  correction,
  frameAt,
  frameWithin,
  lastFrame,
  ownFrame,
  type SyncedClip,
} from '@/lib/video/sync';

/** A video that is not ready by then starts later and catches up. */
const READY_MS = 1500;
const CAN_PLAY = 3;

interface Playing extends SyncedClip {
  readonly video: HTMLVideoElement;
}

/** Several videos on one clock: while it stands, all show the very same frame of it. */
export interface SyncedPlayer {
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
export function createSyncedPlayer(): SyncedPlayer {
  const frame = signal(0);
  const last = signal(0);
  const isPlaying = signal(false);
  const clips = new Set<Playing>();
  let leader: Playing | undefined;
  let callback = 0;
  let run = 0;

  const seek = (clip: Playing, to: number) => {
    clip.video.playbackRate = 1;
    clip.video.currentTime = seekSeconds(ownFrame(to, clip), FPS);
  };

  const lead = () => {
    const [first] = [...clips].sort(
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
    for (const clip of clips) if (clip !== leader) follow(clip, leader);
    listen();
  };

  const follow = (clip: Playing, { video, offset }: Playing) => {
    const seconds = video.currentTime + (clip.offset - offset) / FPS;
    if (seconds >= seekSeconds(clip.frames - 1, FPS)) return hold(clip);
    if (clip.video.seeking) return;
    if (clip.video.paused) start(clip);
    const pace = correction(clip.video.currentTime - seconds, FPS);
    if (pace === 'seek') clip.video.currentTime = seconds;
    else if (clip.video.playbackRate !== pace) clip.video.playbackRate = pace;
  };

  /** A lane that ends before the leader shows its last frame until the clock begins again. */
  const hold = (clip: Playing) => {
    if (clip.video.paused) return;
    clip.video.pause();
    seek(clip, last.value);
  };

  const start = ({ video }: Playing) => {
    video.play().catch((error: unknown) => isPlaying.value && warn('play', error));
  };

  const show = (to: number) => {
    stop();
    frame.value = frameWithin(to, last.value);
    for (const clip of clips) seek(clip, frame.value);
  };

  const play = async (from: number) => {
    show(from);
    isPlaying.value = true;
    run += 1;
    const mine = run;
    await Promise.all([...clips].map(({ video }) => ready(video)));
    if (!isPlaying.value || run !== mine) return;
    for (const clip of clips) start(clip);
    listen();
  };

  const stop = () => {
    if (!isPlaying.value) return;
    isPlaying.value = false;
    leader?.video.cancelVideoFrameCallback(callback);
    for (const clip of clips) clip.video.pause();
    for (const clip of clips) seek(clip, frame.value);
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
      const clip = { video, offset, frames: Math.max(1, framesOf(video.duration, FPS)) };
      const isLeader = () => clip === leader && isPlaying.value;
      const restart = () => isLeader() && void play(0);
      // While the leader has nothing to show, nobody runs away from it.
      const wait = () => {
        if (isLeader()) for (const one of clips) if (one !== clip) one.video.pause();
      };
      const resize = () =>
        batch(() => {
          last.value = lastFrame(clips);
          frame.value = frameWithin(frame.value, last.value);
        });
      clips.add(clip);
      resize();
      seek(clip, frame.value);
      lead();
      if (isPlaying.value) start(clip);
      video.addEventListener('ended', restart);
      video.addEventListener('waiting', wait);
      return () => {
        clips.delete(clip);
        video.removeEventListener('ended', restart);
        video.removeEventListener('waiting', wait);
        video.pause();
        if (clips.size === 0) isPlaying.value = false;
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
