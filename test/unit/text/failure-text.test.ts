import { describe, expect, it } from 'vitest';
import { ACTIONS } from '@/lib/flow/action';
import { failureText } from '@/lib/text/failure-text';
import { LANGUAGES, messagesOf } from '../../house/languages';

const REASONS = [
  ...['UNUSUAL_ACTIVITY', 'UNUSUAL_ACTIVITY_TOO_MUCH_TRAFFIC', 'MODEL_ACCESS_DENIED'],
  ...['USER_QUOTA_REACHED', 'PER_MODEL_DAILY_QUOTA_REACHED', 'WORKSPACE_ACCOUNT_QUOTA_REACHED'],
  ...['PER_MODEL_DAILY_QUOTA_REACHED_UPGRADEABLE', 'USER_REQUESTS_THROTTLED'],
  ...['CONCURRENT_LIMIT_REACHED', 'GENERATION_ALREADY_IN_PROGRESS', 'HIGH_TRAFFIC'],
  ...['MODEL_OVERLOADED', 'MODEL_DISABLED_DUE_TO_TRAFFIC', 'VIDEO_GENERATION_TIMED_OUT'],
  ...['SOMETHING_WENT_WRONG', 'USER_REGION_DISALLOWED', 'USER_MINOR', 'APP_UNAVAILABLE'],
  ...['UNSAFE_GENERATION', 'PROMINENT_PEOPLE_FILTER_FAILED', 'PROMINENT_PEOPLE_INPUT_IMAGE'],
  ...['VIOLENCE_FILTER', 'DANGER_FILTER', 'SEXUAL', 'MINOR', 'MINOR_INPUT_IMAGE'],
  ...['IP_INPUT_IMAGE', 'REPUTATIONAL', 'AUDIO_FILTERED', 'NON_ENGLISH_PROMPT'],
  'VIDEO_DURATION_TOO_LONG',
];

describe('the words for a reason of Flow', () => {
  it.each(REASONS)('%s say what it means and what to do', (word) => {
    const reason = `PUBLIC_ERROR_${word}`;
    const words = failureText({ kind: 'refused', charged: 'no', reason }, 'extend');
    expect(words).toMatch(/^[A-Z][^.]+\. [A-Z].*\.$|^[A-Z].+; .+\.$/);
    expect(words).not.toContain('PUBLIC_ERROR');
  });

  it.each(LANGUAGES)('are there in $tag, each in its own words', async (language) => {
    const keys = (all: ReadonlyMap<string, unknown>) =>
      [...all.keys()].filter((key) => /^(reason|failure)\./.test(key));
    const [english, own] = [
      await messagesOf({ ...language, file: 'locales/en.yml' }),
      await messagesOf(language),
    ];
    expect(keys(own)).toEqual(keys(english));
    for (const key of keys(own)) {
      const message = own.get(key);
      if (language.tag !== 'en') expect(message, key).not.toEqual(english.get(key));
    }
  });

  it('show one that is not known as it came', () => {
    const reason = 'PUBLIC_ERROR_SOMETHING_NEW';
    expect(failureText({ kind: 'refused', charged: 'no', reason }, 'extend')).toMatch(
      /^Flow refused this request\..* Flow says: PUBLIC_ERROR_SOMETHING_NEW$/,
    );
  });

  it('are Flow’s sentence, where its reason is a word of the transport', () => {
    const failure = { kind: 'invalid', charged: 'no', reason: 'badRequest' } as const;
    expect(failureText({ ...failure, message: 'Not so.' }, 'extend')).toMatch(/says: Not so\.$/);
    expect(failureText(failure, 'extend')).toMatch(/says: badRequest$/);
  });

  it('come after what to do, where nobody knows what became of the submit', () => {
    const reason = 'PUBLIC_ERROR_HIGH_TRAFFIC';
    const words = failureText({ kind: 'server', charged: 'unknown', reason }, 'extend');
    expect(words).toMatch(/^Flow had an error of its own\. Check again.*HIGH_TRAFFIC$/);
  });

  it.each(ACTIONS)('at 404 name what is gone for %s', (action) => {
    const words = failureText({ kind: 'not-found', charged: 'no' }, action);
    expect(words.startsWith('Flow no longer offers this move')).toBe(action === 'reshoot');
  });
});
