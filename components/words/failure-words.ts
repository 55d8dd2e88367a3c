import { i18n } from '#i18n';
import type { Failure, FailureKind } from '@/lib/flow/failure';

const KINDS = {
  invalid: 'failure.invalid',
  'not-found': 'failure.notFound',
  'signed-out': 'failure.signedOut',
  verification: 'failure.verification',
  access: 'failure.access',
  refused: 'failure.refused',
  throttled: 'failure.throttled',
  quota: 'failure.quota',
  server: 'failure.server',
  network: 'failure.network',
  unreadable: 'failure.unreadable',
  repeated: 'failure.repeated',
  interrupted: 'failure.interrupted',
  generation: 'failure.generation',
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
} as const;

const PREFIX = 'PUBLIC_ERROR_';

const isKnown = (word: string): word is keyof typeof REASONS => Object.hasOwn(REASONS, word);

/** What happened, in one sentence. A reason of Flow that has no words here is shown as it came. */
export function failureWords({ kind, reason, message }: Failure): string {
  const word = reason?.startsWith(PREFIX) ? reason.slice(PREFIX.length) : undefined;
  if (word !== undefined && isKnown(word)) return i18n.t(REASONS[word]);
  const sentence = i18n.t(KINDS[kind]);
  const own = reason ?? message;
  return own === undefined ? sentence : i18n.t('failure.withReason', [sentence, own]);
}
