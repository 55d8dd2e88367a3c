import type { Page } from '@playwright/test';

export interface JobRecord {
  id: string;
  state: 'waiting' | 'submitting' | 'running' | 'done' | 'failed' | 'cancelled' | 'unknown';
  failure?: { kind: string; charged: 'no' | 'unknown' };
}

export interface LedgerRecord {
  id: string;
  jobId: string;
  sceneId: string;
  at: number;
  price?: number;
  charged: 'yes' | 'no' | 'unknown';
  credits?: number;
}

export interface Records {
  jobs: JobRecord[];
  ledger: LedgerRecord[];
  hold?: { reason: string; until: number };
}

/**
 * What the extension itself has stored, read in one of its own pages. Without named functions,
 * because esbuild (tsx) wraps those in a call of its own that a page does not have.
 */
export const readRecords = (own: Page): Promise<Records> =>
  own.evaluate(async () => {
    const opening = indexedDB.open('second-take');
    await new Promise((resolve, reject) => {
      opening.addEventListener('success', resolve);
      opening.addEventListener('error', reject);
    });
    const tables = opening.result.transaction(['jobs', 'ledger'], 'readonly');
    const asked = ['jobs', 'ledger'].map((name) => tables.objectStore(name).getAll());
    await new Promise((resolve, reject) => {
      tables.addEventListener('complete', resolve);
      tables.addEventListener('error', reject);
    });
    opening.result.close();
    const [jobs, ledger] = asked.map(({ result }) => result);
    const { hold } = await chrome.storage.local.get('hold');
    return { jobs, ledger, ...(hold ? { hold } : {}) } as Records;
  });
