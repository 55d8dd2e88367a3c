import { warn } from '@/lib/base/log';

/** Told which tables were written. */
type Hear = (tables: readonly unknown[]) => void;

/** Tells pages and background of one database what was written, and hears it, wherever it was. */
export interface Written {
  /** To be called once the transaction is complete. */
  tell(tables: Iterable<string>): void;
  /** Calls back on every write, of this page as well; returns the way to stop. */
  listen(hear: Hear): () => void;
}

export function createWritten(database: string): Written {
  const name = `${database} written`;
  const hearers = new Set<Hear>();
  /** Open as long as anybody listens: a channel hears what others of its name say. */
  let ear: BroadcastChannel | undefined;

  return {
    tell(tables) {
      try {
        const channel = new BroadcastChannel(name);
        channel.postMessage([...tables]);
        channel.close();
      } catch (error) {
        // What is written is written: nobody may take it for a failed write.
        warn('store', error);
      }
    },

    listen(hear) {
      hearers.add(hear);
      if (!ear) {
        ear = new BroadcastChannel(name);
        ear.onmessage = ({ data }: { readonly data: unknown }) => {
          if (Array.isArray(data)) for (const each of [...hearers]) each(data);
        };
      }
      return () => {
        hearers.delete(hear);
        if (hearers.size > 0) return;
        ear?.close();
        ear = undefined;
      };
    },
  };
}
