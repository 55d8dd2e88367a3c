import { i18n } from '#i18n';
import type { Media } from '@/lib/flow/media';

/** Letters, as a reader counts them, that a title may have inside a sentence. */
export const TITLE_MAX = 60;

/** Longer than any title of so many letters: a letter may carry marks without end. */
const UNITS_READ = 2000;

/** Letters that are written from right to left, and marks that say so (Unicode Bidi R, AL, RLM, ALM). */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Marks that turn the direction of what follows them, also beyond the title. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * A title as it stands inside a sentence: a long one cut after 60 letters with “…”, no letter cut
 * in half, and one from right to left set apart (FSI … PDI) so that the words around it keep their
 * order.
 */
export function titleInSentence(title: string): string {
  const read = title.slice(0, UNITS_READ).replace(TURNS, '');
  const short = cut(read, title.length <= UNITS_READ);
  return RIGHT_TO_LEFT.test(short) ? `\u2068${short}\u2069` : short;
}

/** The same in quotes. */
export const quotedTitle = (title: string): string =>
  i18n.t('job.quoted', [titleInSentence(title)]);

/** @param isAll whether the title ends here: else its last letter may go on beyond */
function cut(read: string, isAll: boolean): string {
  let end = 0;
  let letters = 0;
  for (const { index, segment } of graphemes.segment(read)) {
    const isWhole = isAll || index + segment.length < read.length;
    if (letters === TITLE_MAX || !isWhole) return `${read.slice(0, end).trimEnd()}…`;
    end = index + segment.length;
    letters += 1;
  }
  return isAll ? read : `${read}…`;
}

/** What a clip or an image is called here; an uploaded image may have no title of its own. */
export const mediaTitle = ({ title }: Pick<Media, 'title'>): string =>
  title.trim() === '' ? i18n.t('ledger.untitled') : title;
