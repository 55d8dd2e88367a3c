import type { Job } from '@/lib/jobs/job';
import { ask } from '@/lib/storage/ask';
import { resultFile } from '@/lib/storage/job-queries';

/** A URL inside this page for a result that is stored with its job; revoke it when done. */
export async function storedUrl(job: Job): Promise<string | undefined> {
  const file = await ask((from) => resultFile(job.id, from));
  return file && URL.createObjectURL(file);
}
