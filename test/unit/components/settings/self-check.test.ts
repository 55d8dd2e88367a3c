import { describe, expect, it } from 'vitest';
import { evaluate, type Findings, reportText } from '@/components/settings/self-check';
import { NOTHING_LEARNED } from '@/lib/flow/models';
import { PROJECT } from '../../../samples/jobs';

const START = 1_000_000;
const tab = {
  tabId: 1,
  projectId: PROJECT,
  site: 'labs.google',
  signedIn: true,
  account: 'secret-account',
  accountLabel: 'a…@example.com',
  sessionId: ';1',
  pageId: ';1',
  tier: 'ultra',
  balance: 1540,
  balanceAt: START + 1,
  seenAt: START,
} as const;

const good: Findings = {
  startedAt: START,
  tab,
  isMoved: false,
  hasNoAccess: false,
  leftOut: { operations: 0, media: 0, models: 0 },
  unknownWords: {},
  callIds: {},
  learned: NOTHING_LEARNED,
  clips: 7,
  images: 1,
  tried: { extend: { how: 'done', at: START } },
  isStored: true,
  aside: [],
  missingSites: [],
  hasRule: true,
};

const verdicts = (own: Partial<Findings> = {}) =>
  Object.fromEntries(evaluate({ ...good, ...own }).map(({ id, result }) => [id, result]));
const sentence = (id: string, own: Partial<Findings> = {}) =>
  evaluate({ ...good, ...own }).find((check) => check.id === id)?.sentence;

describe('the self-check', () => {
  it('passes where everything is there, and does not guess at what was never tried', () => {
    expect(verdicts()).toEqual({
      sites: 'pass',
      page: 'pass',
      account: 'pass',
      balance: 'pass',
      prices: 'pass',
      media: 'pass',
      replies: 'pass',
      extend: 'pass',
      reshoot: 'unknown',
      upscale: 'unknown',
      references: 'unknown',
      labs: 'pass',
      store: 'pass',
      records: 'pass',
      rule: 'pass',
    });
    expect(sentence('balance')).toBe('Ultra, 1,540 credits');
    expect(sentence('media')).toBe('7 clips in the open project, 1 image');
  });

  it('names the hosts that the browser keeps us from, and says what that stops', () => {
    const missingSites = ['https://labs.google/*', 'https://flow-content.google/*'];
    expect(verdicts({ missingSites })).toMatchObject({ sites: 'fail' });
    expect(sentence('sites', { missingSites })).toBe(
      'Not allowed: labs.google, flow-content.google. Nothing is sent meanwhile. Press the button of Second Take in the toolbar to allow them.',
    );
  });

  it('fails without a Flow page, and knows nothing of what only that could tell', () => {
    expect(verdicts({ tab: undefined })).toMatchObject({
      page: 'fail',
      account: 'unknown',
      balance: 'unknown',
      media: 'unknown',
      labs: 'unknown',
      store: 'pass',
    });
    expect(verdicts({ tab: undefined, isMoved: true })).toMatchObject({ labs: 'fail' });
  });

  it('takes an older balance for no answer', () => {
    expect(verdicts({ tab: { ...tab, balanceAt: START - 1 } })).toMatchObject({ page: 'fail' });
    const signedOut = { ...tab, signedIn: false, balanceAt: START - 1 };
    expect(verdicts({ tab: signedOut })).toMatchObject({ page: 'unknown', account: 'fail' });
  });

  it('says where the prices come from, and when one is not known', () => {
    expect(sentence('prices')).toMatch(
      /^From the table in Second Take.*Extend 10 credits.*Upscale free/,
    );
    const prices = {
      veo_3_1_extend_fast_landscape_ultra: 12,
      veo_3_0_reshoot_landscape: 20,
      veo_2_1080p_upsampler_8s: 0,
      veo_3_0_r2v_fast_ultra: 10,
    };
    expect(sentence('prices', { learned: { keys: {}, prices } })).toMatch(
      /^From Flow’s own list: Extend 12 credits/,
    );
    const keys = { 'extend/landscape/ultra': 'a-new-model' };
    const listed = { keys: ['a-new-model'], prices: {}, tierPrices: {} };
    expect(verdicts({ learned: { keys, prices: {}, listed } })).toMatchObject({
      prices: 'unknown',
    });
  });

  it('says that an action was not found, and that nothing was charged', () => {
    const tried = { reshoot: { how: 'not-found', at: START } } as const;
    expect(verdicts({ tried })).toMatchObject({ reshoot: 'fail', extend: 'unknown' });
    expect(sentence('reshoot', { tried })).toMatch(/answered “not found” at .*nothing was charged/);
  });

  it('leaves out what the browser does not tell', () => {
    expect(verdicts({ hasRule: undefined })).not.toHaveProperty('rule');
    expect(verdicts({ hasRule: false, isStored: false })).toMatchObject({
      rule: 'fail',
      store: 'fail',
    });
  });

  it('says what was set aside, since when, and where it is', () => {
    const at = new Date(2026, 10, 20, 14, 40).getTime();
    const aside = [
      { table: 'ledger', foundAt: at + 1 },
      { foundAt: at },
      { table: 'jobs', foundAt: at + 2 },
      { table: 'media', foundAt: at + 3 },
    ] as const;
    expect(verdicts({ aside })).toMatchObject({ records: 'fail', store: 'pass' });
    const said = sentence('records', { aside });
    expect(said).toContain('2 jobs, 1 ledger entry, 1 clip or image.');
    expect(said).toMatch(/since .*2:40.PM/);
    expect(said).toContain('may have been charged');
  });

  it('reports nothing of the user', () => {
    const report = reportText('Second Take 1 · Chromium', evaluate(good));
    expect(report.split('\n')).toHaveLength(16);
    expect(report).toContain('Pass · You are signed in: Connected');
    expect(report).not.toMatch(/secret|example|a8a1a6c5|;1/);
  });

  it('counts what could not be read of Flow’s answers', () => {
    const leftOut = { operations: 1, media: 12, models: 0 };
    expect(verdicts({ leftOut })).toMatchObject({ replies: 'fail' });
    expect(sentence('replies', { leftOut })).toContain(
      'operations 1, clips and images 12, models 0',
    );
  });

  it('names what Flow calls by names that are not known here, and how often', () => {
    const unknownWords = { PAYGATE_TIER_FOUR: 2, MEDIA_GENERATION_STATUS_RESTING: 1 };
    expect(verdicts({ unknownWords })).toMatchObject({ replies: 'fail' });
    expect(sentence('replies', { unknownWords })).toContain(
      'PAYGATE_TIER_FOUR × 2, MEDIA_GENERATION_STATUS_RESTING × 1',
    );
  });

  it('tells an account that is not let in from one that has moved', () => {
    const own = { tab: undefined, hasNoAccess: true };
    expect(verdicts(own)).toMatchObject({ labs: 'fail' });
    expect(sentence('labs', own)).toContain('confirm who you are');
  });

  it('says of a session that has run out what helps', () => {
    const own = { tab: { ...tab, signedIn: false, hasRunOut: true } };
    expect(verdicts(own)).toMatchObject({ account: 'fail' });
    expect(sentence('account', own)).toContain('Sign out there and sign in again');
  });

  it('names a plan that is not known here as another one, with prices unknown', () => {
    const own = { tab: { ...tab, tier: 'PAYGATE_TIER_ZERO' } } as const;
    expect(sentence('balance', own)).toBe('Other plan, 1,540 credits');
    expect(verdicts(own)).toMatchObject({ balance: 'pass', prices: 'unknown' });
  });
});

describe('on flow.google.com', () => {
  const there = { tab: { ...tab, site: 'flow.google.com' as const } };

  it('says what is pressed in Flow, what is not offered, and that it is not labs.google', () => {
    expect(verdicts(there)).toMatchObject({
      ...{ extend: 'pass', upscale: 'pass', references: 'pass' },
      ...{ reshoot: 'unknown', labs: 'unknown' },
    });
  });

  it('says where the ids of its calls are from', () => {
    expect(sentence('calls', there)).toContain('none');
    expect(sentence('calls', { ...there, callIds: { credits: 'a' } })).toMatch(
      /use.* them: credits\. .*: models, projects, contents, media, status\./,
    );
    expect(sentence('calls')).toBeUndefined();
  });
});

it('a field of Flow’s that is new is told, and takes nothing from what is understood', () => {
  const unknownWords = { 'field media.depth': 3, 'field about[4]': 1 };
  expect(verdicts({ unknownWords })).toMatchObject({ replies: 'pass' });
  expect(sentence('replies', { unknownWords })).toContain('media.depth × 3, about[4] × 1');
  const both = { ...unknownWords, PAYGATE_TIER_FOUR: 2 };
  expect(verdicts({ unknownWords: both })).toMatchObject({ replies: 'fail' });
});
