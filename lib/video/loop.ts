import { SECOND_MS } from '@/lib/base/time';
import { createDeck, type Deck } from './deck';
import type { OnPicture } from './frame-now';
import type { Range } from './range';

/** Shows frames of one clip: a single one, or a range in a loop. */
export interface Player {
  /** Stops, and goes to a frame. */
  show(frame: number): void;
  /** Plays from the first frame of the range to its last, over and over. */
  play(): void;
  close(): void;
}

interface PlayerOf {
  readonly address: string;
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
export function createPlayer(of: PlayerOf): Player {
  const { range, onPicture, framesPerSecond } = of;
  let rolling: Deck | undefined;
  let turn: ReturnType<typeof setTimeout> | undefined;

  const open = (): Deck => {
    const deck = createDeck(of.address, framesPerSecond, (frame, picture) => {
      if (deck === rolling) pass(deck, frame, picture);
    });
    deck.video.addEventListener('error', of.onError, { once: true });
    return deck;
  };
  const [one, two] = [open(), open()];
  const other = (deck: Deck) => (deck === one ? two : one);

  const pass = (deck: Deck, frame: number, picture: VideoFrame) => {
    const { start, end } = range();
    if (frame >= start && frame <= end) onPicture(frame, picture);
    if (frame >= start && frame < end) return;
    rolling = undefined;
    deck.halt();
    turn = setTimeout(() => begin(other(deck)), frame === end ? SECOND_MS / framesPerSecond : 0);
  };

  const begin = (deck: Deck) => {
    const { start } = range();
    deck.cue(start, (frame, picture) => {
      rolling = deck;
      onPicture(frame, picture);
      deck.roll();
      other(deck).cue(start, () => {});
    });
  };

  const halt = () => {
    clearTimeout(turn);
    rolling = undefined;
    one.halt();
    two.halt();
  };
  return {
    show(frame) {
      halt();
      one.cue(frame, onPicture);
    },
    play() {
      halt();
      begin(one);
    },
    close() {
      halt();
      one.close();
      two.close();
    },
  };
}
