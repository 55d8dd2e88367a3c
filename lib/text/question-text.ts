import { i18n } from '#i18n';
import { assertNever } from '@/lib/base/assert-never';
import type { Question } from '@/lib/drafts/limits';
import { credits, number, priceText } from './format';

/** What is asked before a batch goes out: what it may cost, and why that has to be confirmed. */
export function questionText(question: Question, jobs: number): string {
  switch (question.kind) {
    case 'batch':
      return i18n.t('ask.batch', jobs, [credits(question.sum), number(question.limit)]);
    case 'day':
      return i18n.t('ask.day', [credits(question.spent + question.sum), number(question.limit)]);
    case 'price':
      return i18n.t('ask.price');
    case 'model':
      return i18n.t('ask.model');
    case 'cheaper':
      return i18n.t('ask.cheaper', [priceText(question.named), credits(question.sum)]);
    case 'dearer':
      return i18n.t('ask.dearer', [credits(question.sum), priceText(question.before)]);
    case 'spent':
      return i18n.t('ask.spent', [number(question.limit)]);
    default:
      return assertNever(question);
  }
}

/** The credits that the question is about; undefined where the price is not known. */
export const askedSum = (question: Question): number | undefined =>
  question.kind === 'price' || question.kind === 'model' ? undefined : question.sum;
