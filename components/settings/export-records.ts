import { MINUTE_MS } from '@/lib/base/time';
import { ownVersion } from '@/lib/browser/extension';
import { ask } from '@/lib/storage/ask';
import { allRecords } from '@/lib/storage/record-queries';

/**
 * Saves jobs, ledger, what is known of clips and images, what the page has started, and what was set
 * aside as JSON. Signed
 * URLs, which open a file to anybody until they end, stay out; tokens are not in the database.
 *
 * @returns the name of the file
 */
export async function exportRecords(): Promise<string> {
  const [jobs, ledger, seen, pageJobs, aside] = await ask(allRecords);
  const media = seen.map(withoutUrls);
  const setAside = aside.map((found) => ({ ...found, record: withoutUrls(found.record) }));
  const version = ownVersion();
  const exportedAt = new Date().toISOString();
  const records = { version, exportedAt, jobs, ledger, media, pageJobs, setAside };
  const text = JSON.stringify(records, undefined, 1);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = `second-take-records-${exportedAt.slice(0, 10)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), MINUTE_MS);
  return link.download;
}

const URLS: ReadonlySet<string> = new Set(['url', 'urlExpiresAt', 'poster', 'posterExpiresAt']);

/** A record without its signed URLs, whatever else is in it. */
const withoutUrls = (record: unknown): unknown =>
  typeof record === 'object' && record !== null
    ? Object.fromEntries(Object.entries(record).filter(([name]) => !URLS.has(name)))
    : record;
