import { SlidersHorizontal } from 'lucide-preact';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { Mark } from '../parts/Mark';
import { projectTitle, tab } from '../state/library';
import { hold } from '../state/live-jobs';
import { credits } from '../words/format';
import { connection } from './connection';

/** Connection, project, plan and balance, and the way to the settings. */
export const Header = () => (
  <header class="head">
    <h1 class="vh">{i18n.t('name')}</h1>
    <Mark />
    <div class="head-text">
      <Connection />
      <Purse />
    </div>
    <button
      type="button"
      class="icon-btn"
      aria-label={i18n.t('settings.open')}
      title={i18n.t('settings.open')}
      onClick={() => void browser.runtime.openOptionsPage()}
    >
      <SlidersHorizontal class="i" aria-hidden="true" />
    </button>
  </header>
);

function Connection() {
  const { dot, words, isProject } = connection(hold.value !== undefined);
  const title = isProject ? (projectTitle.value ?? i18n.t('connection.untitled')) : undefined;
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

function Purse() {
  const { tier, balance, accountLabel } = tab.value ?? {};
  if (tier === undefined && balance === undefined) return null;
  return (
    <p class="purse" title={accountLabel}>
      {tier !== undefined && <span class="chip">{i18n.t(`tier.${tier}`)}</span>}
      {balance !== undefined && <span>{credits(balance)}</span>}
    </p>
  );
}
