import { describe, expect, it } from 'vitest';
import { SAVE_FAULTS, type Save } from '@/lib/jobs/save';
import { faultText } from '@/lib/text/fault-text';
import { saveEnded, savesText, saveText } from '@/lib/text/save-text';
import { JOBS } from '../../samples/jobs';

const core = { id: 'a', of: 'job', by: 'user', askedAt: 1, index: 0, changedAt: 1 } as const;
const broken: Save = { ...core, state: 'broken', endedAt: 3, fault: 'no-space', isNotified: false };
const saved: Save = { ...core, state: 'saved', endedAt: 3, path: 'Witch.mp4' };

describe('the words for saving', () => {
  it('follow the state of a job, and leave what broke to its own line', () => {
    expect(saveText(undefined)).toBe('');
    expect(saveText({ ...core, state: 'requested' })).toBe(' · saving…');
    expect(saveText({ ...core, state: 'requested', isHeld: true })).toBe('');
    expect(saveText(saved)).toBe(' · saved');
    expect(saveText(broken)).toBe('');
  });

  it('count a batch, while some are on their way and afterwards', () => {
    expect(savesText({ open: 2, saved: 1, broken: [broken] })).toBe(' · saving, 1 of 4 saved');
    expect(savesText({ open: 0, saved: 3, broken: [broken] })).toBe(' · 3 saved');
    expect(savesText({ open: 0, saved: 0, broken: [] })).toBe('');
  });

  it('say how it ended', () => {
    expect(saveEnded(JOBS.done, saved)).toBe('Saved: Reshoot “Witch lands”, Orbit up');
    expect(saveEnded(JOBS.done, broken)).toBe(
      'Reshoot “Witch lands”, Orbit up: There is no room left on the disk. Free some first.',
    );
  });

  it('have a sentence of its own for every reason, and one for several', () => {
    const sentences = SAVE_FAULTS.map((fault) => faultText([fault, fault]));
    expect(new Set(sentences).size).toBe(SAVE_FAULTS.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].+\.$/);
    expect(faultText(['network', 'no-space'])).toBe('The jobs say why.');
  });
});
