import { i18n } from '#i18n';

/** Sentences one after the other, as the language writes them: Chinese has no space between. */
export const joinSentences = (sentences: readonly string[]): string =>
  sentences
    .map((each, index) => (index < sentences.length - 1 ? i18n.t('list.sentence', [each]) : each))
    .join('');

/** What stands behind a sentence that is marked up, before the next one. */
export const sentenceGap = (): string => i18n.t('list.sentence', ['']);
