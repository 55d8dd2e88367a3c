import filenamify from 'filenamify/browser';

/**
 * What Chromium refuses in a name (measured): formatting characters (Cf: joiners, marks of
 * direction, tags), lone halves of pairs, and code points that are no characters. They have no
 * width of their own, so nothing stands in for them.
 */
const UNSEEN = /[\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/** `%` becomes `_` in Chromium, a leading `~` is refused; the rest is what some system refuses. */
const SPACED = /[~%\p{Cc}\p{Zl}\p{Zp}\s]+/gu;

/** Windows' own devices, with or without an ending: filenamify knows most, and not after our cut. */
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|clock\$|conin\$|conout\$)(?=\s*(\.|$))/iu;

/** How long a part of a path may be, in UTF-16 units and in bytes of UTF-8. */
export interface Room {
  readonly characters: number;
  readonly bytes: number;
}

/**
 * Text as one part of a path on every system: no separators, no character that Chromium, Windows,
 * macOS or Linux refuses, no dots or spaces at its ends, composed (NFC), cut between whole
 * characters. Empty where nothing is left.
 */
export function validPart(text: string, room: Room): string {
  const words = spaced(text.replaceAll(UNSEEN, ''));
  if (words === '') return '';
  // Above the length of any text here: the cut below knows bytes as well.
  const safe = filenamify(words, { replacement: ' ', maxLength: words.length + 1 });
  return cutTo(spaced(safe), room).replace(DEVICE, '$1!');
}

const spaced = (text: string): string => trimmed(text.normalize('NFC').replaceAll(SPACED, ' '));

const trimmed = (text: string): string => text.replaceAll(/^[.\s]+|[.\s]+$/gu, '');

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** As many whole characters, as a reader counts them, as there is room for. */
function cutTo(text: string, room: Room): string {
  if (text.length <= room.characters && bytesOf(text) <= room.bytes) return text;
  let [kept, bytes] = ['', 0];
  for (const { segment } of characters.segment(text)) {
    bytes += bytesOf(segment);
    if (kept.length + segment.length > room.characters || bytes > room.bytes) break;
    kept += segment;
  }
  return trimmed(kept);
}
