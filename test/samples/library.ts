import type { JobIn } from '@/lib/jobs/job';
import type { PageJob } from '@/lib/jobs/page-job';
import { clip, core, PROJECT } from './jobs';

/** A job of ours that has made the second clip from the first. */
export const ours = (own: object = {}, request: object = {}): JobIn<'done'> =>
  ({
    ...{ ...core(), state: 'done', sentAt: 1000, endedAt: 2000, ...own },
    request: { ...core().request, ...request },
    result: { mediaId: clip(2).id, hasFile: false },
  }) as JobIn<'done'>;

/** What the page has made of the first clip. */
export const pages = (own: Partial<PageJob> = {}): PageJob =>
  ({
    ...{ id: 'op', batchId: 'op', createdAt: 1, account: 'ada', projectId: PROJECT, title: '' },
    ...{ action: 'edit', sourceIds: [clip(1).id], mediaId: clip(2).id },
    ...{ state: 'done', endedAt: 3000, ...own },
  }) as PageJob;
