import { describe, expect, it, vi } from 'vitest';
import { evaluate, type Facts, reportText } from '@/components/options/self-check';
import { NOTHING_LEARNED } from '@/lib/flow/models';
import { PROJECT } from '../job/sample-jobs';

vi.mock('#i18n', async () => ({ i18n: (await import('./english')).english }));

const START = 1_000_000;
const tab = {
  tabId: 1,
  projectId: PROJECT,
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

const good: Facts = {
  startedAt: START,
  tab,
  isMoved: false,
  learned: NOTHING_LEARNED,
  clips: 7,
  images: 1,
  tried: { extend: { how: 'done', at: START } },
  isStored: true,
  hasRule: true,
};

const verdicts = (own: Partial<Facts> = {}) =>
  Object.fromEntries(evaluate({ ...good, ...own }).map(({ id, verdict }) => [id, verdict]));
const sentence = (id: string, own: Partial<Facts> = {}) =>
  evaluate({ ...good, ...own }).find((check) => check.id === id)?.sentence;

describe('the self-check', () => {
  it('passes where everything is there, and does not guess at what was never tried', () => {
    expect(verdicts()).toEqual({
      page: 'pass',
      account: 'pass',
      balance: 'pass',
      prices: 'pass',
      media: 'pass',
      extend: 'pass',
      reshoot: 'unknown',
      upscale: 'unknown',
      references: 'unknown',
      labs: 'pass',
      store: 'pass',
      rule: 'pass',
    });
    expect(sentence('balance')).toBe('Ultra, 1,540 credits');
    expect(sentence('media')).toBe('7 clips in the open project, 1 image');
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
    expect(verdicts({ learned: { keys, prices: {} } })).toMatchObject({ prices: 'unknown' });
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

  it('reports nothing of the person', () => {
    const report = reportText('Second Take 1 · Chromium', evaluate(good));
    expect(report.split('\n')).toHaveLength(13);
    expect(report).toContain('Pass · You are signed in: Connected');
    expect(report).not.toMatch(/secret|example|a8a1a6c5|;1/);
  });
});
