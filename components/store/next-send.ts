import { computed } from '@preact/signals';
import { goesOutAt } from '@/lib/job/goes-out';
import type { Job } from '@/lib/job/job';
import { settings } from '@/lib/store/items';
import { lastSubmit } from '@/lib/store/job-queries';
import { liveItem, liveRows } from './live';
import { countOf, hold, waitingJobs } from './live-jobs';

const pace = liveItem(settings);

const lastSent = liveRows(
  () => '',
  async () => ({ at: (await lastSubmit())?.sentAt }),
);

const place = computed(
  () =>
    pace.value &&
    lastSent.value && {
      ...pace.value,
      waiting: waitingJobs.value,
      atFlow: countOf('submitting', 'running'),
      lastSentAt: lastSent.value.at,
    },
);

/** When a waiting job goes out (epoch ms), where that can be told; not while sending is held. */
export const sendsAt = (job: Job): number | undefined =>
  place.value && !hold.value ? goesOutAt(job, place.value) : undefined;
