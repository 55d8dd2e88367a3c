import { i18n } from '#i18n';
import { type Failure, type FailureKind, PUBLIC } from '@/lib/flow/failure';
import type { PageAction } from '@/lib/flow/started';

const KINDS = {
  invalid: 'failure.invalid',
  'not-found': 'failure.notFound',
  'signed-out': 'failure.signedOut',
  verification: 'failure.verification',
  access: 'failure.access',
  refused: 'failure.refused',
  content: 'failure.content',
  nothing: 'failure.nothing',
  throttled: 'failure.throttled',
  quota: 'failure.quota',
  server: 'failure.server',
  network: 'failure.network',
  unreadable: 'failure.unreadable',
  repeated: 'failure.repeated',
  interrupted: 'failure.interrupted',
  generation: 'failure.generation',
  fault: 'failure.fault',
  late: 'failure.late',
} as const satisfies Record<FailureKind, string>;

/** Flow's own reasons that have words here, without their prefix. */
const REASONS = {
  UNSAFE_GENERATION: 'reason.unsafe',
  PROMINENT_PEOPLE_FILTER_FAILED: 'reason.prominentPeople',
  VIOLENCE_FILTER: 'reason.violence',
  DANGER_FILTER: 'reason.danger',
  SEXUAL: 'reason.sexual',
  MINOR: 'reason.minor',
  AUDIO_FILTERED: 'reason.audio',
  NON_ENGLISH_PROMPT: 'reason.nonEnglish',
  HIGH_TRAFFIC: 'reason.highTraffic',
  MODEL_OVERLOADED: 'reason.overloaded',
  VIDEO_GENERATION_TIMED_OUT: 'reason.timedOut',
  SOMETHING_WENT_WRONG: 'reason.wentWrong',
  USER_QUOTA_REACHED: 'reason.quota',
  PER_MODEL_DAILY_QUOTA_REACHED: 'reason.dailyQuota',
  USER_REGION_DISALLOWED: 'reason.region',
  UNUSUAL_ACTIVITY: 'reason.unusual',
  MODEL_ACCESS_DENIED: 'reason.access',
  USER_REQUESTS_THROTTLED: 'reason.throttled',
  CONCURRENT_LIMIT_REACHED: 'reason.concurrent',
  UNUSUAL_ACTIVITY_TOO_MUCH_TRAFFIC: 'reason.unusual',
  PER_MODEL_DAILY_QUOTA_REACHED_UPGRADEABLE: 'reason.dailyQuotaUpgrade',
  WORKSPACE_ACCOUNT_QUOTA_REACHED: 'reason.workspaceQuota',
  IP_INPUT_IMAGE: 'reason.ipImage',
  MINOR_INPUT_IMAGE: 'reason.minorImage',
  PROMINENT_PEOPLE_INPUT_IMAGE: 'reason.prominentImage',
  USER_MINOR: 'reason.userMinor',
  APP_UNAVAILABLE: 'reason.appUnavailable',
  MODEL_DISABLED_DUE_TO_TRAFFIC: 'reason.modelDisabled',
  GENERATION_ALREADY_IN_PROGRESS: 'reason.inProgress',
  REPUTATIONAL: 'reason.reputational',
  VIDEO_DURATION_TOO_LONG: 'reason.tooLong',
} as const;

const isKnown = (word: string): word is keyof typeof REASONS => Object.hasOwn(REASONS, word);

/** A submit that nobody can tell the outcome of: what to do comes before Flow's reason for it. */
const UNPROVED: readonly FailureKind[] = ['server', 'network', 'unreadable', 'interrupted'];

/**
 * What happened, in one sentence. A reason of Flow that has no words here is shown as it came; so is
 * Flow's sentence where its reason is a word of the transport only.
 *
 * @param action what was asked for
 */
export function failureText({ kind, reason, message }: Failure, action: PageAction): string {
  const word = reason?.startsWith(PUBLIC) ? reason.slice(PUBLIC.length) : undefined;
  if (word !== undefined && isKnown(word) && !UNPROVED.includes(kind)) return i18n.t(REASONS[word]);
  const isGone = kind === 'not-found' && action === 'reshoot';
  const sentence = i18n.t(isGone ? 'failure.notOffered' : KINDS[kind]);
  const own = reason !== undefined && /^[A-Z]/.test(reason) ? reason : (message ?? reason);
  return own === undefined ? sentence : i18n.t('failure.withReason', [sentence, own]);
}
