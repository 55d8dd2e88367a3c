import type { Observation } from '@/lib/flow/observation';
import { type LeftOut, leftOut, unknownWords } from '@/lib/storage/items';

/** More names than Flow could have for what is not known here. */
const WORDS_AT_MOST = 50;

/** Counts for the self-check what of Flow's answers is not understood: by name and number, never by content. */
export async function countDrift({ leftOut: odd = {}, unknown = [] }: Observation): Promise<void> {
  if (Object.values(odd).some((count) => count))
    await leftOut.change((before) => {
      const most = (kind: keyof LeftOut) => Math.max(before[kind], odd[kind] ?? 0);
      return { operations: most('operations'), media: most('media'), models: most('models') };
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
