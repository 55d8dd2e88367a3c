import type { Kind } from './mishaps';

type Held = Kind | 'file' | 'answer of a file' | 'click';

export interface Gates {
  hold(kind: Held): () => void;
  passed(kind: Held): Promise<void>; // once every gate that stood when it was asked is open
  openAll(): void;
}

export function createGates(): Gates {
  const closed = new Set<{ kind: Held; opened: Promise<void>; open: () => void }>();
  return {
    hold(kind) {
      let open = () => {};
      const opened = new Promise<void>((resolve) => {
        open = resolve;
      });
      const gate = { kind, opened, open };
      closed.add(gate);
      return () => {
        closed.delete(gate);
        open();
      };
    },
    async passed(kind) {
      const gates = [...closed].filter((gate) => gate.kind === kind);
      await Promise.all(gates.map(({ opened }) => opened));
    },
    openAll() {
      for (const { open } of closed) open();
      closed.clear();
    },
  };
}
