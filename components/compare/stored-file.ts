import type { Job } from '@/lib/job/job';
import { ask } from '@/lib/store/ask';
import { resultFile } from '@/lib/store/job-queries';

/** An address inside this page for a result that is stored with its job; revoke it when done. */
export async function storedAddress(job: Job): Promise<string | undefined> {
  const file = await ask((from) => resultFile(job.id, from));
  return file && URL.createObjectURL(file);
}
