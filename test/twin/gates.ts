import type { Kind } from './mishaps';

export interface Gates {
  hold(kind: Kind): () => void;
  passed(kind: Kind): Promise<void>; // once every gate that stood when it was asked is open
  openAll(): void;
}

export function createGates(): Gates {
  const closed = new Set<{ kind: Kind; opened: Promise<void>; open: () => void }>();
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
