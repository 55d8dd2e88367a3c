import { i18n } from '#i18n';
import type { ViewStore } from '@/components/store/view-store';
import { goTo, openUrl } from '@/lib/browser/tabs';
import type { PageJob } from '@/lib/jobs/page-job';
import { clipPage } from '@/lib/sites/links';
import { ask } from '@/lib/storage/ask';
import { readMedia } from '@/lib/storage/media-queries';
import { copyPrompt } from '../store/preparing';

/** Goes once more to where a prepared job is started in Flow, with its prompt in the clipboard. */
export async function openPrepared(
  { announcer, library }: ViewStore,
  { action, projectId, prompt, sourceIds }: PageJob,
): Promise<undefined> {
  const isCopied = await copyPrompt(prompt ?? '');
  const [sourceId] = action === 'references' ? [] : sourceIds;
  const source =
    sourceId === undefined ? undefined : await ask((from) => readMedia(sourceId, from));
  const tab = library.tab.value;
  const url = clipPage(tab?.site ?? 'flow.google.com', projectId, source?.workflowId);
  announcer.announce(i18n.t(isCopied ? 'prepare.openedCopied' : 'prepare.opened'));
  if (tab) await goTo(tab.tabId, url);
  else await openUrl(url);
}
