import type { FailureKind } from './failure';

/** What a word means, wherever it was named. The first line that fits counts. */
const MEANINGS = [
  [/UNUSUAL_ACTIVITY|CAPTCHA/i, 'verification'],
  [/QUOTA|INSUFFICIENT_CREDIT|OUT_OF_CREDIT|dailyLimit/i, 'quota'],
  [/ACCESS_DENIED|REGION_DISALLOWED|USER_MINOR|APP_UNAVAILABLE/, 'access'],
  [/THROTTLED|CONCURRENT|RATE_?LIMIT|ALREADY_IN_PROGRESS|TOO_MANY_REQUESTS/i, 'throttled'],
  [/TRAFFIC|OVERLOADED/, 'busy'],
  [
    /UNSAFE|SAFETY|FILTER|VIOLEN|DANGER|SEXUAL|MINOR|PROMINENT|REPUTATIONAL|_IP_|INPUT_IMAGE|NON_ENGLISH|TOO_LONG|HARM|HATE|CHILD|COPYRIGHT|POLICY/,
    'content',
  ],
  [/^(CREDENTIALS_MISSING|ACCESS_TOKEN_EXPIRED|authError)$/, 'signed-out'],
] as const satisfies readonly (readonly [RegExp, FailureKind | 'busy'])[];

type Meaning = (typeof MEANINGS)[number][1];

export interface Reason {
  readonly word: string;
  readonly meaning: Meaning | undefined;
}

/** Which of several reasons decides: the one that stops most, else the first. */
export function weightiest(words: readonly string[]): Reason | undefined {
  for (const [fits, meaning] of MEANINGS) {
    const word = words.find((each) => fits.test(each));
    if (word !== undefined) return { word, meaning };
  }
  const [word] = words;
  return word === undefined ? undefined : { word, meaning: undefined };
}

/** Google's sentence, or its page, for the same thing. */
export const asksForVerification = (text: string): boolean =>
  /re-?captcha|unusual (traffic|activity)/i.test(text);
