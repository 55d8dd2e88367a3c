/** How long to wait before a report that did not arrive is tried again, ms; then it is given up. */
const TRY_AGAIN_MS = [500, 2000, 8000];

/** What waits, together (UTF-16 units): more is not kept in a page's memory. */
const WAITING_AT_MOST = 32 * 1024 * 1024;

/**
 * Answers that wait. Flow's page reads a few at once; 3,000 of them held all that came after up for
 * half a minute.
 */
const ANSWERS_AT_MOST = 500;

export interface LinePorts {
  /** Whether there is still a background: after an update of the extension this page has none. */
  readonly isAlive: () => boolean;
  /** ms */
  readonly wait: (ms: number) => Promise<unknown>;
}

export interface Line {
  /**
   * Delivers after everything that was added before, and resolves once it has arrived or was given
   * up. What finds no room is left out at once.
   *
   * @param size of the answer that is kept for it, in UTF-16 units; 0 for what is no answer
   * @returns whether it arrived
   */
  add(deliver: () => Promise<void>, size?: number): Promise<boolean>;
}

/**
 * A line of reports: one at a time, in their order. One that is refused is tried again a few times,
 * for the background may be about to start; those behind it wait.
 *
 * @param opened nothing is delivered before
 */
export function createLine(opened: Promise<unknown>, { isAlive, wait }: LinePorts): Line {
  let last: Promise<unknown> = opened;
  let waiting = 0;
  let answers = 0;

  async function arrives(deliver: () => Promise<void>): Promise<boolean> {
    for (const pause of [...TRY_AGAIN_MS, undefined]) {
      if (!isAlive()) return false;
      try {
        await deliver();
        return true;
      } catch {
        if (pause !== undefined) await wait(pause);
      }
    }
    return false;
  }

  return {
    add(deliver, size = 0) {
      const answer = size > 0 ? 1 : 0;
      if (waiting + size > WAITING_AT_MOST || answers + answer > ANSWERS_AT_MOST)
        return Promise.resolve(false);
      waiting += size;
      answers += answer;
      const done = last.then(() => arrives(deliver));
      last = done.then(() => {
        waiting -= size;
        answers -= answer;
      });
      return done;
    },
  };
}
