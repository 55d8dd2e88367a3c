import type { Observation } from '@/lib/flow/observation';
import { type LeftOut, leftOut, UNKNOWN_FIELD, unknownWords } from '@/lib/storage/items';

/** More names than Flow could have for what is not known here. */
const WORDS_AT_MOST = 50;

/** Counts for the self-check what of Flow's answers is not understood: by name and number, never by content. */
export async function countDrift({
  leftOut: odd = {},
  unknown: words = [],
  unknownFields = [],
}: Observation): Promise<void> {
  const unknown = [...words, ...unknownFields.map((name) => UNKNOWN_FIELD + name)];
  if (Object.values(odd).some((count) => count))
    await leftOut.change((before) => {
      const most = (kind: keyof LeftOut) => Math.max(before[kind], odd[kind] ?? 0);
      return {
        ...{ operations: most('operations'), models: most('models') },
        // A list of projects is read beside that of clips.
        media: Math.max(before.media, (odd.media ?? 0) + (odd.projects ?? 0)),
      };
    });
  if (unknown.length > 0)
    await unknownWords.change((before) =>
      Object.fromEntries(
        [
          ...Object.entries(before).filter(([word]) => !unknown.includes(word)),
          ...unknown.map((word) => [word, (before[word] ?? 0) + 1] as const),
        ].slice(-WORDS_AT_MOST),
      ),
    );
}
