import { warn } from '@/lib/base/log';
import { lengthOf, type Media } from '@/lib/flow/media';
import { measureFile } from './measure';

/** What was scrolled past long ago is not measured any more. */
const WAITING_AT_MOST = 40;

export interface LibraryMeasure {
  /** A clip is shown: its length is read from its file where nobody has said it, once, in its turn. */
  readonly want: (media: Media) => void;
}

/** Measures the clips that are looked at, one after another, what was shown last first. */
export function createLibraryMeasure(): LibraryMeasure {
  const tried = new Set<string>();
  const waiting: Media[] = [];
  let isBusy = false;

  async function goOn(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { id, url } = next;
      if (tried.has(id) || url === undefined) continue;
      tried.add(id);
      await measureFile(id, url).catch((error: unknown) => warn('measure', error));
    }
    isBusy = false;
  }

  return {
    want(media) {
      const { id, kind, url, urlExpiresAt = Number.POSITIVE_INFINITY } = media;
      const isThere = url !== undefined && urlExpiresAt > Date.now();
      if (kind !== 'video' || lengthOf(media) !== undefined || !isThere || tried.has(id)) return;
      waiting.push(media);
      waiting.splice(0, waiting.length - WAITING_AT_MOST);
      void goOn();
    },
  };
}
