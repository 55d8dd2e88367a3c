import type { Job } from '@/lib/job/job';
import { database } from '@/lib/store/database';

/** An address inside this page for a result that is stored with its job; revoke it when done. */
export async function storedAddress(job: Job): Promise<string | undefined> {
  const stored = await database.files.get(job.id);
  return stored && URL.createObjectURL(stored.file);
}
