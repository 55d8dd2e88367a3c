import { effect, type ReadonlySignal } from '@preact/signals';
import { i18n } from '#i18n';
import { warn } from '@/lib/base/log';
import type { Job, JobState } from '@/lib/jobs/job';
import type { Save } from '@/lib/jobs/save';
import { ask } from '@/lib/storage/ask';
import { readJob } from '@/lib/storage/job-queries';
import { savesSince } from '@/lib/storage/save-store';
import { number } from '@/lib/text/format';
import { changesText } from '@/lib/text/job-text';
import { saveEnded } from '@/lib/text/save-text';
import type { Announcer } from './announcer';
import { liveRows } from './live';
import type { LiveJobs } from './live-jobs';

/** Says every change of a job's state to readers of the screen, many of them in one sentence. */
export function announceJobs(
  changedJobs: ReadonlySignal<readonly Job[] | undefined>,
  { openJobs }: LiveJobs,
  { announce }: Announcer,
): void {
  const states = new Map<string, JobState>();
  let isFirst = true;
  effect(() => {
    const changed = changedJobs.value;
    const open = openJobs.value;
    if (!changed || !open) return;
    for (const { id, state } of open) if (!states.has(id)) states.set(id, state);
    const news = changed.filter(({ id, state }) => states.has(id) && states.get(id) !== state);
    for (const { id, state } of changed) states.set(id, state);
    if (news.length > 0 && !isFirst) announce(changesText(news));
    isFirst = false;
  });
}

/** Says how saving ended to readers of the screen, several in one sentence. */
export function announceSaves({ announce }: Announcer): void {
  const openedAt = Date.now();
  /** The end of each save that was said, or that was there when the page opened. */
  const said = new Map<string, number>();
  const changed = liveRows(
    () => '',
    (_, from) => savesSince(openedAt, from),
  );

  async function say(news: readonly Save[]): Promise<void> {
    const [only, ...others] = news;
    if (!only) return;
    if (others.length > 0) {
      const saved = news.filter(({ state }) => state === 'saved').length;
      announce(i18n.t('jobList.savesEnded', [number(saved), number(news.length - saved)]));
      return;
    }
    const job = await ask((from) => readJob(only.id, from));
    if (job) announce(saveEnded(job, only));
  }

  effect(() => {
    const news = (changed.value ?? [])
      .filter(({ state }) => state === 'saved' || state === 'broken')
      .filter(({ id, changedAt }) => said.get(id) !== changedAt);
    for (const { id, changedAt } of news) said.set(id, changedAt);
    say(news).catch((error: unknown) => warn('announce saves', error));
  });
}
