import { MINUTE_MS } from '@/lib/base/time';
import { fileName } from '@/lib/job/file-name';
import type { Job } from '@/lib/job/job';
import { database } from '@/lib/store/database';

/** An address inside this page for a result that is stored with its job; revoke it when done. */
export async function storedAddress(job: Job): Promise<string | undefined> {
  const stored = await database.files.get(job.id);
  return stored && URL.createObjectURL(stored.file);
}

/** Saves a stored result under its name; false when it is not there. */
export async function saveStoredFile(job: Job): Promise<boolean> {
  const address = await storedAddress(job);
  if (address === undefined) return false;
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName(job);
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), MINUTE_MS);
  return true;
}
