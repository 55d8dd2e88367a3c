import { effect } from '@preact/signals';
import type { JobState } from '@/lib/job/job';
import { changesWords } from '@/lib/text/job-words';
import { announce } from './announce';
import { changedJobs } from './changed-jobs';
import { openJobs } from './live-jobs';

const states = new Map<string, JobState>();
let isFirst = true;

/** Says every change of a job's state to readers of the screen, many of them in one sentence. */
effect(() => {
  const changed = changedJobs.value;
  const open = openJobs.value;
  if (!changed || !open) return;
  for (const { id, state } of open) if (!states.has(id)) states.set(id, state);
  const news = changed.filter(({ id, state }) => states.has(id) && states.get(id) !== state);
  for (const { id, state } of changed) states.set(id, state);
  if (news.length > 0 && !isFirst) announce(changesWords(news));
  isFirst = false;
});
