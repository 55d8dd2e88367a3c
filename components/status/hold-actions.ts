import { i18n } from '#i18n';
import { warn } from '@/lib/base/log';
import { canLift, type Hold, type HoldReason } from '@/lib/jobs/hold';
import type { Job } from '@/lib/jobs/job';
import { sendCommand } from '@/lib/messaging/client';
import { priceText } from '@/lib/text/format';
import type { FlowTab } from '../store/choose-tab';
import { openFlow, reloadFlow, showFlow, wakeFlow } from '../store/tabs';

/** A button of a hold. */
export interface HoldAction {
  readonly label: string;
  readonly isDisabled?: boolean;
  readonly follow: () => void;
}

type HoldActionName = 'flow' | 'resume' | 'allow' | 'balance' | 'tryNow' | 'goOn' | 'sites';

/** What the user can do about each hold. One that Flow ends by itself has none. */
const HOLD_ACTIONS = {
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
  'site-access': ['sites'],
  moved: ['goOn'],
  'flow-only': ['flow'],
} as const satisfies Record<HoldReason, readonly HoldActionName[]>;

/** What an action depends on. */
interface HoldActionContext {
  readonly where: FlowTab;
  readonly now: number;
  /** Credits that wait for a yes; undefined where they are not known. */
  readonly price: number | undefined;
  /** The jobs that wait. */
  readonly waiting: readonly Job[];
  /** Has the browser ask for the sites that it keeps us from. */
  readonly askForSites: () => void;
}

/** What can be done about a hold from here, as buttons. */
export const holdActionsOf = (hold: Hold, context: HoldActionContext): HoldAction[] =>
  HOLD_ACTIONS[hold.reason]
    .map((name) => holdAction(name, hold, context))
    .filter((found) => found !== undefined);

function holdAction(
  name: HoldActionName,
  hold: Hold,
  { where, now, price, waiting, askForSites }: HoldActionContext,
): HoldAction | undefined {
  const resume = () => resumeFrom(hold, waiting);
  switch (name) {
    case 'flow':
      return toFlow(where);
    case 'resume':
      return { label: i18n.t('hold.resume'), isDisabled: !canLift(hold, now), follow: resume };
    case 'allow':
      return { label: i18n.t('hold.allow', [priceText(price)]), follow: resume };
    case 'sites':
      return { label: i18n.t('sites.allow'), follow: askForSites };
    case 'goOn':
      return { label: i18n.t('card.goOnThere'), follow: () => goOn(waiting) };
    default:
      return where.kind === 'live'
        ? {
            label: i18n.t(name === 'balance' ? 'hold.balance' : 'hold.tryNow'),
            follow: () => refresh(where.tab.tabId),
          }
        : undefined;
  }
}

function toFlow(where: FlowTab): HoldAction {
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

/** What can be started there waits for a press in Flow; the list of jobs has each with its way there. */
function goOn(waiting: readonly Job[]): void {
  const jobIds = waiting.map(({ id }) => id);
  sendCommand('goOn', { jobIds }).catch((error: unknown) => warn('go on', error));
}

function refresh(tabId: number): void {
  sendCommand('refresh', { tabId }).catch((error: unknown) => warn('refresh', error));
}
