import { browser } from 'wxt/browser';
import { MINUTE_MS } from '@/lib/base/time';
import { database } from '@/lib/store/database';

/**
 * Saves jobs, ledger and what is known of clips and images as JSON. Signed addresses, which open a
 * file to anybody until they end, stay out; tokens are not in the database.
 *
 * @returns the name of the file
 */
export async function exportRecords(): Promise<string> {
  const [jobs, ledger, seen] = await Promise.all([
    database.jobs.toArray(),
    database.ledger.toArray(),
    database.media.toArray(),
  ]);
  const media = seen.map(
    ({ address: _a, addressExpiresAt: _b, poster: _c, posterExpiresAt: _d, ...rest }) => rest,
  );
  const { version } = browser.runtime.getManifest();
  const exportedAt = new Date().toISOString();
  const text = JSON.stringify({ version, exportedAt, jobs, ledger, media }, undefined, 1);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = `second-take-records-${exportedAt.slice(0, 10)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), MINUTE_MS);
  return link.download;
}
