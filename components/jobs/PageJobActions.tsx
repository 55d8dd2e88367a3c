import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { useViewStore, type ViewStore } from '@/components/store/view-store';
import { settingsOfPage } from '@/lib/drafts/settings-of';
import type { PageJob } from '@/lib/jobs/page-job';
import { type PageActionName, pageJobActions } from '@/lib/jobs/page-job-actions';
import { showInFlow } from '../store/show-in-flow';
import { useSave } from '../store/stored';
import { Menu } from '../ui/Menu';
import { OutcomeNote } from './OutcomeNote';
import { openPrepared } from './open-prepared';
import { RowAction } from './RowAction';
import { intoComposer, type Outcome, onFrom, orSay, saveClip } from './run-action';

/** What can be done with what the page has started: one thing in front, the rest in a menu. */
export function PageJobActions({ job, name }: { job: PageJob; name: string }) {
  const store = useViewStore();
  const { focus } = store;
  const busy = useSignal(false);
  const outcome = useSignal<Outcome | undefined>(undefined);
  const save = useSave(job.state === 'done' ? job.mediaId : undefined);
  const { main, more } = pageJobActions(job, save?.state === 'broken');
  useEffect(() => () => focus.takeUp(job.id), [job.state]);
  const press = async (action: PageActionName) => {
    store.cleared.drop();
    busy.value = true;
    outcome.value = undefined;
    outcome.value = await orSay(action, () => carryOut(store, action, job, name));
    busy.value = false;
  };
  return (
    <>
      <div class="job-act">
        <RowAction
          label={main === 'show' ? i18n.t('do.showShort') : i18n.t(`do.${main}`)}
          name={name}
          isDisabled={busy.value}
          press={() => void press(main)}
        />
        {more.length > 0 && (
          <Menu
            name={i18n.t('jobList.more', [name])}
            buttonRef={focus.ref(`row ${job.id}`)}
            isDisabled={busy.value}
            items={more.flatMap((group, at) =>
              group.map((action, index) => ({
                label: i18n.t(`do.${action}`),
                isApart: at > 0 && index === 0,
                follow: () => void press(action),
              })),
            )}
          />
        )}
      </div>
      <OutcomeNote outcome={outcome.value} />
    </>
  );
}

async function carryOut(
  store: ViewStore,
  action: PageActionName,
  job: PageJob,
  name: string,
): Promise<Outcome | undefined> {
  const { announcer, cleared, focus } = store;
  switch (action) {
    case 'save':
    case 'saveAgain':
      return job.mediaId === undefined ? undefined : saveClip(store, job.mediaId, name);
    case 'extend':
    case 'reshoot':
    case 'upscale':
      intoComposer(store, onFrom(action, job.mediaId));
      return undefined;
    case 'open':
      return openPrepared(store, job);
    case 'show':
      return showInFlow(job.projectId);
    case 'copySettings': {
      const settings = settingsOfPage(job);
      if (settings) intoComposer(store, settings);
      return undefined;
    }
    case 'copyPrompt':
      if (job.prompt !== undefined) await navigator.clipboard.writeText(job.prompt);
      announcer.announce(i18n.t('jobList.copied'));
      return undefined;
    case 'clear':
      await cleared.clear([job.id]);
      return undefined;
    case 'putBack':
      focus.on('jobs-filter');
      await cleared.putBack([job.id]);
      return undefined;
  }
}
