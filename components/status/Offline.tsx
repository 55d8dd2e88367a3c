import { useSignal } from '@preact/signals';
import { i18n } from '#i18n';
import { number } from '@/lib/text/format';
import { tab } from '../store/library';
import { countOf } from '../store/live-jobs';
import { isOnline, lookAtNetwork } from '../store/online';
import { refresh } from '../store/refresh';
import { showJobs } from '../store/view';
import { Card } from './Card';

/** The browser has no network: what goes on without it, and a look whether it is back. */
export function Offline() {
  const wasTried = useSignal(false);
  const running = countOf('submitting', 'running');
  const tryNow = () => {
    lookAtNetwork();
    wasTried.value = !isOnline.value;
    if (isOnline.value && tab.value) refresh(tab.value.tabId);
  };
  return (
    <Card
      picture="offline"
      says="offline"
      title={i18n.t('card.offline')}
      ways={[
        { label: i18n.t('hold.tryNow'), follow: tryNow },
        { label: i18n.t('jobs.title'), follow: showJobs },
      ]}
      after={
        <p class="hint" role="status">
          {wasTried.value && i18n.t('card.stillOffline')}
        </p>
      }
    >
      <p>{i18n.t('card.offlineText', running, [number(running)])}</p>
    </Card>
  );
}
