import { i18n } from '#i18n';
import { exhaustive } from '@/lib/base/exhaustive';
import type { Question } from '@/lib/job/limits';
import { credits, number } from './format';

/** What is asked above a limit: the sum, and the limit that it passes. */
export function questionWords(question: Question, jobs: number): string {
  switch (question.kind) {
    case 'wish':
      return i18n.t('ask.wish', jobs, [credits(question.sum), number(question.limit)]);
    case 'day':
      return i18n.t('ask.day', [credits(question.spent + question.sum), number(question.limit)]);
    case 'price':
      return i18n.t('ask.price');
    default:
      return exhaustive(question);
  }
}

/** The credits that the question is about; undefined where the price is not known. */
export const askedSum = (question: Question): number | undefined =>
  question.kind === 'price' ? undefined : question.sum;

/** What a yes allows, in credits: the sum that was named, or any where none could be. */
export const allowedBy = (question: Question): number =>
  askedSum(question) ?? Number.MAX_SAFE_INTEGER;
