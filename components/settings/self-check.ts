import { i18n } from '#i18n';
import { ACTIONS, type Action } from '@/lib/flow/action';
import { capabilityOf } from '@/lib/flow/capabilities';
import { type LearnedModels, modelKey, modelPrice } from '@/lib/flow/models';
import { callSources } from '@/lib/sites/call-ids';
import { type LeftOut, type LiveTab, UNKNOWN_FIELD } from '@/lib/storage/items';
import type { Quarantined } from '@/lib/storage/record-queries';
import { credits, language, number, priceText } from '@/lib/text/format';
import { tierText } from '@/lib/text/tier-text';

/** What became of the newest try of an action that says whether Flow offers it. Epoch ms. */
export interface Tried {
  readonly how: 'done' | 'not-found' | 'access';
  readonly at: number;
}

/** All that the check looks at; nothing in here needs a call that spends. */
export interface Findings {
  /** When the check began: an older balance is no answer to it. */
  readonly startedAt: number;
  readonly tab: LiveTab | undefined;
  /** Google sent the account to the new Flow. */
  readonly isMoved: boolean;
  /** The new Flow does not let the account in. */
  readonly hasNoAccess: boolean;
  /** Entries of Flow's answers that could not be read. */
  readonly leftOut: LeftOut;
  /** Names of Flow's that mean nothing here, with how often they were met. */
  readonly unknownWords: Readonly<Record<string, number>>;
  /** Ids that a page of flow.google.com was seen using, by the call. */
  readonly callIds: Readonly<Record<string, string>>;
  readonly learned: LearnedModels;
  readonly clips: number;
  readonly images: number;
  readonly tried: Readonly<Partial<Record<Action, Tried>>>;
  readonly isStored: boolean;
  /** Records that do not parse and were set aside. */
  readonly aside: readonly Pick<Quarantined, 'table' | 'foundAt'>[];
  /** Match patterns of the sites that the browser does not allow. */
  readonly missingSites: readonly string[];
  /** Undefined where the browser does not say. */
  readonly hasRule: boolean | undefined;
}

export type CheckResult = 'pass' | 'fail' | 'unknown';

/** One line of the check: what was looked at, how it stands, and what to do. No name, no title. */
export interface Check {
  readonly id: string;
  readonly title: string;
  readonly result: CheckResult;
  readonly sentence: string;
}

/** Judges what was found. */
export function evaluate(findings: Findings): Check[] {
  return [
    sites(findings),
    page(findings),
    account(findings),
    balance(findings),
    prices(findings),
    media(findings),
    replies(findings),
    ...calls(findings),
    ...ACTIONS.map((action) => offered(action, findings)),
    labs(findings),
    line(
      'store',
      findings.isStored ? 'pass' : 'fail',
      i18n.t(findings.isStored ? 'check.storeYes' : 'check.storeNot'),
    ),
    records(findings),
    ...rule(findings),
  ];
}

type Row =
  | 'sites'
  | 'page'
  | 'account'
  | 'balance'
  | 'prices'
  | 'media'
  | 'replies'
  | 'calls'
  | 'labs'
  | 'store'
  | 'records'
  | 'rule';

const line = (id: Row, result: CheckResult, sentence: string): Check => ({
  id,
  title: i18n.t(`checkTitle.${id}`),
  result,
  sentence,
});

function sites({ missingSites }: Findings): Check {
  if (missingSites.length === 0) return line('sites', 'pass', i18n.t('check.sitesYes'));
  const hosts = missingSites.map((pattern) => new URL(pattern).host);
  return line('sites', 'fail', i18n.t('check.sitesNot', [hosts.join(i18n.t('list.comma'))]));
}

function page({ tab, startedAt }: Findings): Check {
  if (!tab) return line('page', 'fail', i18n.t('check.pageNone'));
  const { balanceAt = 0, signedIn } = tab;
  if (balanceAt >= startedAt)
    return line('page', 'pass', i18n.t('check.pageYes', [clock(balanceAt)]));
  return signedIn
    ? line('page', 'fail', i18n.t('check.pageNot'))
    : line('page', 'unknown', i18n.t('check.accountNot'));
}

function account({ tab }: Findings): Check {
  if (!tab) return line('account', 'unknown', i18n.t('check.pageNone'));
  return tab.signedIn
    ? line('account', 'pass', i18n.t('connection.ok'))
    : line('account', 'fail', i18n.t(tab.hasRunOut ? 'card.ranOutText' : 'check.accountNot'));
}

function balance({ tab }: Findings): Check {
  if (tab?.balance === undefined || tab.tier === undefined)
    return line('balance', 'unknown', i18n.t(tab ? 'check.balanceNot' : 'check.pageNone'));
  const plan = tierText(tab.tier);
  return line('balance', 'pass', i18n.t('check.balanceYes', [plan, credits(tab.balance)]));
}

/** Of landscape, whose models are the ones that were recorded. */
function prices({ tab, learned }: Findings): Check {
  if (tab?.tier === undefined)
    return line('prices', 'unknown', i18n.t(tab ? 'check.balanceNot' : 'check.pageNone'));
  const { tier } = tab;
  const rows = ACTIONS.map((action) => {
    const key = modelKey(action, 'landscape', tier, learned);
    const price = modelPrice(key, learned, tier);
    const words = i18n.t('check.price', [i18n.t(`action.${action}`), priceText(price)]);
    return { words, isLearned: Object.hasOwn(learned.prices, key), isKnown: price !== undefined };
  });
  const list = rows.map(({ words }) => words).join(i18n.t('list.comma'));
  const source = rows.every(({ isLearned }) => isLearned)
    ? 'check.pricesLearned'
    : 'check.pricesTable';
  const result = rows.every(({ isKnown }) => isKnown) ? 'pass' : 'unknown';
  return line('prices', result, i18n.t(source, [list]));
}

function media({ tab, clips, images }: Findings): Check {
  if (!tab) return line('media', 'unknown', i18n.t('check.pageNone'));
  if (tab.projectId === undefined) return line('media', 'unknown', i18n.t('check.mediaNoProject'));
  if (clips + images === 0) return line('media', 'unknown', i18n.t('check.mediaNone'));
  const videos = i18n.t('clip.count', clips, [number(clips)]);
  const pictures = i18n.t('check.images', images, [number(images)]);
  return line('media', 'pass', i18n.t('check.mediaYes', [videos, pictures]));
}

const OFFERED = {
  done: ['pass', 'check.offeredYes'],
  'not-found': ['fail', 'check.offeredNot'],
  access: ['fail', 'check.offeredPlan'],
} as const;

function offered(action: Action, { tab, tried: all }: Findings): Check {
  const title = i18n.t('check.offered', [i18n.t(`action.${action}`)]);
  const tried = all[action];
  if (tab?.site === 'flow.google.com') {
    const isThere = capabilityOf(action, tab.site, false).kind === 'prepare';
    const sentence = i18n.t(isThere ? 'check.offeredThere' : 'check.offeredNotThere');
    return { id: action, title, result: isThere ? 'pass' : 'unknown', sentence };
  }
  if (!tried)
    return { id: action, title, result: 'unknown', sentence: i18n.t('check.offeredUntried') };
  const [result, key] = OFFERED[tried.how];
  return { id: action, title, result, sentence: i18n.t(key, [clock(tried.at)]) };
}

/** An odd entry loses only itself; that there are some shows that Flow's answers have changed. */
function replies({ tab, leftOut, unknownWords }: Findings): Check {
  const { operations, media, models } = leftOut;
  if (operations + media + models > 0) {
    const words = i18n.t('check.repliesNot', [number(operations), number(media), number(models)]);
    return line('replies', 'fail', words);
  }
  const [fields, names] = namesIn(unknownWords);
  if (names.length > 0)
    return line(
      'replies',
      'fail',
      i18n.t('check.repliesWords', [[...names, ...fields].join(', ')]),
    );
  if (fields.length > 0)
    return line('replies', 'pass', i18n.t('check.repliesFields', [fields.join(', ')]));
  return tab
    ? line('replies', 'pass', i18n.t('check.repliesYes'))
    : line('replies', 'unknown', i18n.t('check.pageNone'));
}

/** Fields and other names that are not known here, each with how often it was met. */
function namesIn(unknown: Findings['unknownWords']): [fields: string[], names: string[]] {
  const all = Object.entries(unknown);
  const told = (entries: typeof all) =>
    entries.map(([word, times]) => `${word.replace(UNKNOWN_FIELD, '')} × ${number(times)}`);
  const isField = (word: string) => word.startsWith(UNKNOWN_FIELD);
  return [
    told(all.filter(([word]) => isField(word))),
    told(all.filter(([word]) => !isField(word))),
  ];
}

/** Ids of calls change with each build of flow.google.com: what its page has shown counts before our table. */
function calls({ tab, callIds }: Findings): Check[] {
  if (tab?.site !== 'flow.google.com') return [];
  const { page, table } = callSources(callIds);
  const none = i18n.t('check.callsNone');
  const words = [page, table].map((names) => (names.length > 0 ? names.join(', ') : none));
  const [seen = none, known = none] = words;
  return [line('calls', 'pass', i18n.t('check.callsFrom', [seen, known]))];
}

function labs({ tab, isMoved, hasNoAccess }: Findings): Check {
  if (tab?.site === 'flow.google.com') return line('labs', 'unknown', i18n.t('check.labsMoved'));
  if (tab) return line('labs', 'pass', i18n.t('check.labsYes'));
  if (hasNoAccess) return line('labs', 'fail', i18n.t('card.noAccessText'));
  return isMoved
    ? line('labs', 'fail', i18n.t('check.labsNot'))
    : line('labs', 'unknown', i18n.t('check.pageNone'));
}

function records({ aside }: Findings): Check {
  if (aside.length === 0) return line('records', 'pass', i18n.t('check.recordsYes'));
  const count = (name: NonNullable<Quarantined['table']>) =>
    aside.filter(({ table = 'jobs' }) => table === name).length;
  const [jobs, entries, media] = [count('jobs'), count('ledger'), count('media')];
  const list = [
    jobs > 0 ? i18n.t('ledger.jobs', jobs, [number(jobs)]) : [],
    entries > 0 ? i18n.t('check.entries', entries, [number(entries)]) : [],
    media > 0 ? i18n.t('check.named', media, [number(media)]) : [],
  ].flat();
  const since = Math.min(...aside.map(({ foundAt }) => foundAt));
  const words = [clock(since), list.join(i18n.t('list.comma'))] as const;
  return line('records', 'fail', i18n.t('check.recordsNot', [...words]));
}

function rule({ hasRule }: Findings): Check[] {
  if (hasRule === undefined) return [];
  return [
    line('rule', hasRule ? 'pass' : 'fail', i18n.t(hasRule ? 'check.ruleYes' : 'check.ruleNot')),
  ];
}

/** 14:40, with the day where it is another one. */
function clock(at: number): string {
  const isToday = new Date(at).toDateString() === new Date().toDateString();
  return new Intl.DateTimeFormat(language() || undefined, {
    timeStyle: 'short',
    ...(!isToday && { dateStyle: 'medium' }),
  }).format(at);
}

/** “Passed: 7. Failed: 1. Not known yet: 3.” */
export function countText(checks: readonly Check[]): string {
  const count = (result: CheckResult) =>
    number(checks.filter((check) => check.result === result).length);
  return i18n.t('check.count', [count('pass'), count('fail'), count('unknown')]);
}

/**
 * The check as plain text to send to somebody: versions, verdicts and sentences.
 *
 * @param about first line: version of the extension and of the browser
 */
export const reportText = (about: string, checks: readonly Check[]): string =>
  [
    about,
    ...checks.map(
      ({ title, result, sentence }) => `${i18n.t(`checkResult.${result}`)} · ${title}: ${sentence}`,
    ),
  ].join('\n');
