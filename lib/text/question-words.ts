import { i18n } from '#i18n';
import { exhaustive } from '@/lib/base/exhaustive';
import type { Question } from '@/lib/job/limits';
import { credits, number, priceWords } from './format';

/** What is asked before a wish goes out: what it may cost, and why that has to be confirmed. */
export function questionWords(question: Question, jobs: number): string {
  switch (question.kind) {
    case 'wish':
      return i18n.t('ask.wish', jobs, [credits(question.sum), number(question.limit)]);
    case 'day':
      return i18n.t('ask.day', [credits(question.spent + question.sum), number(question.limit)]);
    case 'price':
      return i18n.t('ask.price');
    case 'model':
      return i18n.t('ask.model');
    case 'cheaper':
      return i18n.t('ask.cheaper', [priceWords(question.named), credits(question.sum)]);
    case 'dearer':
      return i18n.t('ask.dearer', [credits(question.sum), priceWords(question.before)]);
    case 'spent':
      return i18n.t('ask.spent', [number(question.limit)]);
    default:
      return exhaustive(question);
  }
}

/** The credits that the question is about; undefined where the price is not known. */
export const askedSum = (question: Question): number | undefined =>
  question.kind === 'price' || question.kind === 'model' ? undefined : question.sum;
