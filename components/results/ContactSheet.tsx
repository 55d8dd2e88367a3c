import type { Job } from '@/lib/job/job';
import { Preview } from './Preview';

/** The takes of a batch side by side. */
export const ContactSheet = ({ jobs }: { jobs: readonly Job[] }) => (
  <div class="sheet">
    {jobs.map((job) => job.state === 'done' && <Preview key={job.id} job={job} />)}
  </div>
);
