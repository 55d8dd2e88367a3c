import { i18n } from '#i18n';
import type { ViewStore } from '@/components/store/view-store';

interface Connection {
  readonly dot: 'off' | 'ok' | 'paused' | 'stop';
  readonly words: string;
  /** Whether the title of the project goes with it. */
  readonly isProject: boolean;
}

/** The connection line: what the popup is connected to, in words. */
export function connection(
  { flowTab, isWelcomed, network, siteAccess }: ViewStore,
  isHeld: boolean,
): Connection {
  const where = flowTab.value;
  const missing = siteAccess.missing.value;
  if (missing && missing.length > 0) return off(i18n.t('connection.noSites'));
  if (where.kind === 'reading' || !missing) return { dot: 'off', words: '', isProject: false };
  if (!network.isOnline.value)
    return {
      dot: 'off',
      words: i18n.t('connection.offline'),
      isProject: where.kind === 'live' && where.tab.projectId !== undefined,
    };
  if (where.kind === 'asleep') return off(i18n.t('connection.asleep'));
  if (where.kind === 'stale') return off(i18n.t('connection.stale'));
  if (where.kind === 'none')
    return off(i18n.t(isWelcomed.value === false ? 'connection.notYet' : 'connection.none'));
  if (where.kind === 'moved')
    return { dot: 'stop', words: i18n.t('connection.moved'), isProject: false };
  if (where.kind === 'no-access')
    return { dot: 'stop', words: i18n.t('connection.noAccess'), isProject: false };
  const { signedIn, hasRunOut, isRefused } = where.tab;
  if (!signedIn) return off(i18n.t(hasRunOut ? 'connection.ranOut' : 'connection.signedOut'));
  if (isRefused) return { dot: 'stop', words: i18n.t('connection.refused'), isProject: false };
  if (where.tab.projectId === undefined) return off(i18n.t('connection.noProject'));
  return isHeld
    ? { dot: 'paused', words: i18n.t('connection.paused'), isProject: true }
    : { dot: 'ok', words: i18n.t('connection.ok'), isProject: true };
}

const off = (words: string): Connection => ({ dot: 'off', words, isProject: false });
