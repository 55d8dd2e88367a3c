/** How long to wait before a report that did not arrive is tried again, ms; then it is given up. */
const TRY_AGAIN_MS = [500, 2000, 8000];

/** What waits, together (UTF-16 units): more is not kept in a page's memory. */
const WAITING_AT_MOST = 32 * 1024 * 1024;

/**
 * Answers of one URL that wait. Flow's page reads a few at once; 3,000 of them held all that came
 * after up for half a minute. Those of other URLs keep their room.
 */
const OF_ONE_AT_MOST = 100;

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
   * @param answer where it comes from, and the size of what is kept for it, in UTF-16 units
   * @returns whether it arrived
   */
  add(
    deliver: () => Promise<void>,
    answer?: { readonly of: string; readonly size: number },
  ): Promise<boolean>;
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
  const answers = new Map<string, number>();

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
    add(deliver, { of, size } = { of: '', size: 0 }) {
      const before = answers.get(of) ?? 0;
      if (waiting + size > WAITING_AT_MOST || (size > 0 && before >= OF_ONE_AT_MOST))
        return Promise.resolve(false);
      waiting += size;
      answers.set(of, before + 1);
      const done = last.then(() => arrives(deliver));
      last = done.then(() => {
        waiting -= size;
        const left = (answers.get(of) ?? 0) - 1;
        if (left > 0) answers.set(of, left);
        else answers.delete(of);
      });
      return done;
    },
  };
}
