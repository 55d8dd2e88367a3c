import { useSignal } from '@preact/signals';
import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import { number } from '@/lib/text/format';
import { refresh } from '../store/refresh';
import { Card } from './Card';

/** The browser has no network: what goes on without it, and a look whether it is back. */
export function Offline() {
  const { library, liveJobs, navigation, network } = useViewStore();
  const wasTried = useSignal(false);
  const running = liveJobs.countOf('submitting', 'running');
  const tryNow = () => {
    network.look();
    wasTried.value = !network.isOnline.value;
    if (network.isOnline.value && library.tab.value) refresh(library.tab.value.tabId);
  };
  return (
    <Card
      picture="offline"
      says="offline"
      title={i18n.t('card.offline')}
      actions={[
        { label: i18n.t('hold.tryNow'), follow: tryNow },
        { label: i18n.t('jobs.title'), follow: navigation.showJobs },
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
