import type { Page } from '@playwright/test';
import { dayStart } from '@/lib/ledger/ledger';
import { daysBefore } from '@/lib/ledger/spending';
import { changeRecords } from '../../states/store';

interface Seed {
  readonly count: number;
  /** So many on each of the user's own days, from today backwards, a minute apart. */
  readonly perDay: number;
  readonly charged?: 'yes' | 'unknown';
}

/** Puts submits of 10 credits into the ledger, whose jobs are gone, and loads the page again. */
export async function seedLedger(
  page: Page,
  { count, perDay, charged = 'yes' }: Seed,
): Promise<void> {
  const today = dayStart(Date.now());
  const entries = Array.from({ length: count }, (_, index) => {
    const day = daysBefore(today, Math.floor(index / perDay));
    const at = day + (perDay - (index % perDay)) * 60_000;
    const jobId = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
    return {
      ...{ id: `${jobId}@${at}`, jobId, at, account: 'ada', action: 'extend', sceneId: jobId },
      ...{ title: 'Gone', price: 10, charged, ...(charged === 'yes' && { credits: 10 }) },
    };
  });
  await page.evaluate(changeRecords, { table: 'ledger' as const, put: entries });
  await page.reload();
}
