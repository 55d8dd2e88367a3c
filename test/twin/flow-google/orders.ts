// What a test has one call answered with, by its name: any payload, or an error for slot 5.
export type Ordered = { payload: unknown } | { error: readonly unknown[] };

export interface Orders {
  add(name: string, ordered: Ordered, times?: number): () => void; // gives back what ends it
  take(name: string): Ordered | undefined;
}

export function createOrders(): Orders {
  const waiting: { name: string; ordered: Ordered; left: number }[] = [];
  return {
    add(name, ordered, times = 1) {
      const entry = { name, ordered, left: times };
      waiting.push(entry);
      return () => {
        entry.left = 0;
      };
    },
    take(name) {
      const next = waiting.find((each) => each.name === name && each.left > 0);
      if (next) next.left -= 1;
      return next?.ordered;
    },
  };
}
