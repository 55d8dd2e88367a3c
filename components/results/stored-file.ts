import { browser } from 'wxt/browser';
import { MINUTE_MS } from '@/lib/base/time';
import type { Job } from '@/lib/job/job';
import { database } from '@/lib/store/database';
import { jobFileName } from '@/lib/store/naming';

/** An address inside this page for a result that is stored with its job; revoke it when done. */
export async function storedAddress(job: Job): Promise<string | undefined> {
  const stored = await database.files.get(job.id);
  return stored && URL.createObjectURL(stored.file);
}

/** Saves a stored result under its name; false when it is not there. */
export async function saveStoredFile(job: Job): Promise<boolean> {
  const url = await storedAddress(job);
  if (url === undefined) return false;
  const filename = await jobFileName(job);
  await browser.downloads.download({ url, filename, conflictAction: 'uniquify' });
  setTimeout(() => URL.revokeObjectURL(url), MINUTE_MS);
  return true;
}
