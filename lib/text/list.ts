import { once } from '@/lib/base/once';
import { locale } from './format';

// Narrow, for English writes “a, b” of it: parts such as “1 needs you” are no things to be joined by “and”.
const list = once(() => new Intl.ListFormat(locale(), { type: 'conjunction', style: 'narrow' }));

/** Things of one kind as the language lists them: “a, b, c”, “a, b y c”, “a、b、c”. */
export const listText = (parts: readonly string[]): string => list().format(parts);
