import './Header.css';
import { LayoutGrid, PanelRight, SlidersHorizontal } from 'lucide-preact';
import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import { agoText } from '@/lib/text/ago-text';
import { credits, number } from '@/lib/text/format';
import { tierText } from '@/lib/text/tier-text';
import { openLibrary, openPanel, openSettings, PANEL_WORDS } from '../store/tabs';
import { Logo } from '../ui/Logo';
import { connection } from './connection';

/** Connection, project, plan and balance, and the ways to the side panel and the settings. */
export const Header = () => {
  const { isPanel, library } = useViewStore();
  return (
    <header class="head">
      <h1 class="vh">{i18n.t('name')}</h1>
      <Logo />
      <div class="head-text">
        <Connection />
        <Purse />
      </div>
      <button
        type="button"
        class="icon-btn"
        aria-label={i18n.t('library.title')}
        title={i18n.t('library.title')}
        onClick={() => openLibrary(library.tab.value?.projectId)}
      >
        <LayoutGrid class="i" aria-hidden="true" />
      </button>
      {!isPanel && (
        <button
          type="button"
          class="icon-btn"
          aria-label={i18n.t(PANEL_WORDS)}
          title={i18n.t(PANEL_WORDS)}
          onClick={openPanel}
        >
          <PanelRight class="i i-turn" aria-hidden="true" />
        </button>
      )}
      <button
        type="button"
        class="icon-btn"
        aria-label={i18n.t('settings.open')}
        title={i18n.t('settings.open')}
        onClick={openSettings}
      >
        <SlidersHorizontal class="i" aria-hidden="true" />
      </button>
    </header>
  );
};

function Connection() {
  const store = useViewStore();
  const { library, liveJobs } = store;
  const { dot, words, isProject } = connection(store, liveJobs.hold.value !== undefined);
  const title = isProject
    ? (library.projectTitle.value ?? i18n.t('connection.untitled'))
    : undefined;
  return (
    <p class="conn" role="status">
      <span class="dot" data-state={dot} />
      {words !== '' && <span>{title === undefined ? words : `${words} ·`}</span>}
      {title !== undefined && (
        <>
          {' '}
          <strong dir="auto">{title}</strong>
        </>
      )}
    </p>
  );
}

/** Plan and balance; without a network how old they are, without a session what runs at Flow. */
function Purse() {
  const { library, liveJobs, network, now } = useViewStore();
  const { site, tier, balance, accountLabel, seenAt } = library.tab.value ?? {};
  if (!network.isOnline.value && seenAt !== undefined)
    return <p class="purse">{i18n.t('connection.seen', [agoText(now.value - seenAt)])}</p>;
  const running = liveJobs.countOf('submitting', 'running');
  if (tier === undefined && balance === undefined)
    return running === 0 ? null : (
      <p class="purse">{i18n.t('connection.running', [number(running)])}</p>
    );
  return (
    <p class="purse" title={accountLabel}>
      {tier !== undefined && <span class="chip">{tierText(tier)}</span>}
      {balance !== undefined && <span>{credits(balance)}</span>}
      <span class="cut" title={site}>
        {site}
      </span>
    </p>
  );
}
