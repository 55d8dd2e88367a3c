import { i18n } from '#i18n';
import type { HoldReason } from '@/lib/jobs/hold';
import type { Job } from '@/lib/jobs/job';
import { credits, number } from './format';

/** What is known of the place that a hold is said in. */
export interface HoldContext {
  /** Jobs that wait, oldest first. */
  readonly waiting: readonly Job[];
  readonly dayLimit?: number | undefined;
  /** Account and balance of the connected tab. */
  readonly account?: string | undefined;
  readonly balance?: number | undefined;
  /** What is wrong with the tab’s session, where it is more than nobody being signed in. */
  readonly trouble?: 'asleep' | 'refused' | 'run-out' | undefined;
}

interface HoldText {
  /** What happened. */
  readonly title: string;
  /** Whether something was charged, and what now. */
  readonly text: string;
}

/** Holds whose words depend on nothing else. */
const PLAIN = {
  paused: ['hold.paused', 'hold.pausedText'],
  verification: ['hold.verification', 'hold.verificationText'],
  throttled: ['hold.throttled', 'hold.throttledText'],
  quota: ['hold.quota', 'hold.quotaText'],
  trouble: ['hold.trouble', 'hold.troubleText'],
  outage: ['hold.outage', 'hold.outageText'],
  refused: ['hold.refused', 'hold.refusedText'],
  offline: ['hold.offline', 'hold.offlineText'],
  'site-access': ['hold.sites', 'hold.sitesText'],
  moved: ['hold.moved', 'hold.movedText'],
  'flow-only': ['hold.flowOnly', 'hold.flowOnlyText'],
} as const satisfies Partial<Record<HoldReason, readonly [string, string]>>;

/** A hold in words: what happened, that nothing is charged, and what now. */
export function holdText(reason: HoldReason, context: HoldContext): HoldText {
  const { length } = context.waiting;
  const count: [string] = [number(length)];
  switch (reason) {
    case 'limit':
      return { title: limitTitle(context), text: i18n.t('hold.limitText', length, count) };
    case 'no-credits':
      return { title: creditsTitle(context), text: i18n.t('hold.noCreditsText') };
    case 'signed-out':
      return sessionText(context, length, count);
    default: {
      const [title, text] = PLAIN[reason];
      return { title: i18n.t(title), text: i18n.t(text) };
    }
  }
}

function sessionText(context: HoldContext, length: number, count: [string]): HoldText {
  if (context.trouble === 'asleep')
    return { title: i18n.t('hold.asleep', length, count), text: i18n.t('hold.asleepText') };
  if (isForAnother(context))
    return { title: i18n.t('hold.otherAccount', length, count), text: i18n.t('hold.otherText') };
  if (context.trouble === 'refused')
    return { title: i18n.t('hold.tokenRefused'), text: i18n.t('hold.tokenRefusedText') };
  if (context.trouble === 'run-out')
    return { title: i18n.t('hold.runOut'), text: i18n.t('hold.runOutText') };
  return { title: i18n.t('hold.signedOut', length, count), text: i18n.t('hold.signedOutText') };
}

/** Credits that wait for a yes; undefined where one of the jobs has no known price. */
export function askedPrice({ waiting }: HoldContext): number | undefined {
  const asked = waiting.filter(({ allowed }) => !allowed);
  const prices = asked.map(({ price }) => price).filter((price) => price !== undefined);
  const sum = prices.reduce((total, price) => total + price, 0);
  return prices.length === asked.length ? sum : undefined;
}

const limitTitle = ({ dayLimit }: HoldContext): string =>
  dayLimit === undefined ? i18n.t('hold.limitGone') : i18n.t('hold.limit', [credits(dayLimit)]);

function creditsTitle({ waiting, account, balance }: HoldContext): string {
  const next = waiting.find(({ price }) => price !== 0);
  if (next?.price === undefined || balance === undefined || next.account !== account)
    return i18n.t('hold.noCredits');
  return i18n.t('hold.noCreditsOf', [number(next.price), number(balance)]);
}

const isForAnother = ({ waiting, account }: HoldContext): boolean =>
  account !== undefined && waiting.length > 0 && waiting.every((job) => job.account !== account);
