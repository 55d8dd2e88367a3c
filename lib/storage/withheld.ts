/**
 * Why this page cannot have the database: a newer version of the extension has it or takes it over, or
 * pages of an older one do not let go of it.
 */
export type Withheld = 'newer' | 'blocked';

/** A read or write that was refused because the database is withheld: the device itself stores. */
export class WithheldError extends Error {
  constructor(readonly why: Withheld) {
    super(`The database is withheld: ${why}`);
  }
}

type Hear = (why: Withheld | undefined) => void;

/** What keeps a page from its database, and who is told of it. */
export function createWithheld() {
  const hearers = new Set<Hear>();
  let why: Withheld | undefined;
  return {
    get: () => why,
    /** `newer` stays: only another version of this page's code could read what is there. */
    set(now: Withheld | undefined): void {
      if (why === 'newer' || why === now) return;
      why = now;
      for (const hear of [...hearers]) hear(now);
    },
    /** Calls back at once with what is known, and on every change; returns the way to stop. */
    watch(hear: Hear): () => void {
      hearers.add(hear);
      hear(why);
      return () => void hearers.delete(hear);
    },
  };
}
