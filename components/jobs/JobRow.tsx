import './JobRow.css';
import { useSignal } from '@preact/signals';
import { type Job, resultId } from '@/lib/jobs/job';
import { jobName, jobObject, jobVerb } from '@/lib/text/job-name';
import { Preview } from '../compare/Preview';
import { Poster } from '../pictures/Poster';
import { useMedia } from '../store/stored';
import { JobActions } from './JobActions';
import { JobState } from './JobState';
import { PlayButton } from './PlayButton';

/** One job: what it is of, what it is, how it stands, and what can be done with it. */
export function JobRow({ job }: { job: Job }) {
  const isOpen = useSignal(false);
  return (
    <div class="job" data-state={job.state}>
      <div class="job-pic" data-shape={job.request.aspect}>
        <Still job={job} />
        {job.state === 'done' && <PlayButton name={jobName(job)} isOpen={isOpen} />}
      </div>
      <div class="job-text">
        <p class="job-title" title={job.title}>
          <b>{jobVerb(job)}</b> {jobObject(job)}
        </p>
        <JobState job={job} />
      </div>
      <JobActions job={job} />
      {job.state === 'done' && isOpen.value && <Preview job={job} />}
    </div>
  );
}

/** The still of the result, of the source as long as there is none. */
function Still({ job }: { job: Job }) {
  const result = useMedia(resultId(job));
  const source = useMedia(job.sourceId);
  return result?.poster === undefined ? (
    <Poster media={source} id={job.sourceId} />
  ) : (
    <Poster media={result} />
  );
}
