import { effect } from '@preact/signals';
import { i18n } from '#i18n';
import { warn } from '@/lib/base/log';
import type { Save } from '@/lib/job/save';
import { readJob } from '@/lib/store/job-queries';
import { savesSince } from '@/lib/store/save-store';
import { number } from '@/lib/text/format';
import { saveEnded } from '@/lib/text/save-words';
import { announce } from './announce';
import { liveRows } from './live';

const openedAt = Date.now();
/** The end of each save that was said, or that was there when the page opened. */
const said = new Map<string, number>();

const changed = liveRows(
  () => '',
  () => savesSince(openedAt),
);

/** Says how saving ended to readers of the screen, several in one sentence. */
effect(() => {
  const news = (changed.value ?? [])
    .filter(({ state }) => state === 'saved' || state === 'broken')
    .filter(({ id, changedAt }) => said.get(id) !== changedAt);
  for (const { id, changedAt } of news) said.set(id, changedAt);
  say(news).catch((error: unknown) => warn('announce saves', error));
});

async function say(news: readonly Save[]): Promise<void> {
  const [only, ...others] = news;
  if (!only) return;
  if (others.length > 0) {
    const saved = news.filter(({ state }) => state === 'saved').length;
    announce(i18n.t('jobList.savesEnded', [number(saved), number(news.length - saved)]));
    return;
  }
  const job = await readJob(only.id);
  if (job) announce(saveEnded(job, only));
}
