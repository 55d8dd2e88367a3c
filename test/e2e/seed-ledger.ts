import type { Page } from '@playwright/test';
import { changeRecords } from '../states/store';

interface Seed {
  readonly count: number;
  /** How far one submit lies behind the next. */
  readonly daysApart: number;
  readonly charged?: 'yes' | 'unknown';
}

/** Puts submits of 10 credits into the ledger, whose jobs are gone, and loads the page again. */
export async function seedLedger(
  page: Page,
  { count, daysApart, charged = 'yes' }: Seed,
): Promise<void> {
  const entries = Array.from({ length: count }, (_, index) => {
    const at = Date.now() - index * daysApart * 86_400_000;
    const jobId = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
    return {
      ...{ id: `${jobId}@${at}`, jobId, at, account: 'ada', action: 'extend', sceneId: jobId },
      ...{ title: 'Gone', price: 10, charged, ...(charged === 'yes' && { credits: 10 }) },
    };
  });
  await page.evaluate(changeRecords, { table: 'ledger' as const, put: entries });
  await page.reload();
}
