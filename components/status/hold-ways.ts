import { i18n } from '#i18n';
import { warn } from '@/lib/base/log';
import { canLift, type Hold, type HoldReason } from '@/lib/job/hold';
import type { Job } from '@/lib/job/job';
import { sendCommand } from '@/lib/message/client';
import { priceWords } from '@/lib/text/format';
import type { FlowTab } from '../store/choose-tab';
import { openFlow, openNewFlow, reloadFlow, showFlow, wakeFlow } from '../store/tabs';

/** A button of a hold. */
export interface Way {
  readonly label: string;
  readonly isDisabled?: boolean;
  readonly follow: () => void;
}

type WayName = 'flow' | 'resume' | 'allow' | 'balance' | 'tryNow' | 'newFlow';

/** The ways out of each hold. One that Flow ends by itself has none. */
const WAYS = {
  paused: ['resume'],
  verification: ['flow', 'resume'],
  throttled: [],
  quota: ['resume'],
  trouble: ['flow'],
  outage: ['flow', 'resume'],
  refused: ['flow', 'resume'],
  limit: ['allow'],
  'no-credits': ['balance'],
  'signed-out': ['flow'],
  offline: ['tryNow'],
  moved: ['newFlow'],
} as const satisfies Record<HoldReason, readonly WayName[]>;

/** What a way depends on. */
interface WayPlace {
  readonly where: FlowTab;
  readonly now: number;
  /** Credits that wait for a yes; undefined where they are not known. */
  readonly price: number | undefined;
  /** The jobs that wait. */
  readonly waiting: readonly Job[];
}

/** The ways out of a hold that can be gone from here, as buttons. */
export const waysOf = (hold: Hold, place: WayPlace): Way[] =>
  WAYS[hold.reason].map((name) => way(name, hold, place)).filter((found) => found !== undefined);

function way(name: WayName, hold: Hold, { where, now, price, waiting }: WayPlace): Way | undefined {
  const resume = () => resumeFrom(hold, waiting);
  switch (name) {
    case 'flow':
      return toFlow(where);
    case 'resume':
      return { label: i18n.t('hold.resume'), isDisabled: !canLift(hold, now), follow: resume };
    case 'allow':
      return { label: i18n.t('hold.allow', [priceWords(price)]), follow: resume };
    case 'newFlow':
      return { label: i18n.t('card.newFlow'), follow: openNewFlow };
    default:
      return where.kind === 'live'
        ? { label: i18n.t(`hold.${name}`), follow: () => refresh(where.tab.tabId) }
        : undefined;
  }
}

function toFlow(where: FlowTab): Way {
  if (where.kind === 'live')
    return { label: i18n.t('card.goToFlow'), follow: () => showFlow(where.tab.tabId) };
  if (where.kind === 'asleep')
    return { label: i18n.t('card.wake'), follow: () => wakeFlow(where.tabId) };
  if (where.kind === 'stale')
    return { label: i18n.t('card.reload'), follow: () => reloadFlow(where.tabId) };
  return { label: i18n.t('card.open'), follow: openFlow };
}

function resumeFrom({ reason }: Hold, waiting: readonly Job[]): void {
  const jobIds = waiting.map(({ id }) => id);
  sendCommand('resume', { reason, jobIds }).catch((error: unknown) => warn('resume', error));
}

function refresh(tabId: number): void {
  sendCommand('refresh', { tabId }).catch((error: unknown) => warn('refresh', error));
}
