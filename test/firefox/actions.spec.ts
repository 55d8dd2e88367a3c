import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { savedFile } from '../e2e/support/saved-file';
import { expectTruth } from '../e2e/support/truth';
import { CLIPS, IMAGES } from '../twin/world';
import { expect, test } from './fixtures';
import { setPace, showJobs } from './jobs';

const { witch } = CLIPS;

test('all four actions go out from Firefox as chosen, and a result is saved', async ({
  firefox,
  popup,
  twin,
}) => {
  await setPace(popup);

  await test.step('the popup is connected, with balance and clips', async () => {
    await popup.says('Connected');
    await popup.says('1,540 credits');
  });

  await test.step('Reshoot', async () => {
    await popup.press('radio', 'Reshoot');
    await popup.press('radio', new RegExp(`^${witch.title}, landscape`));
    await popup.press('checkbox', 'High');
    await popup.press('button', /^Reshoot 1 move ·/);
    await expect.poll(() => twin.submits.map(({ action }) => action)).toEqual(['reshoot']);
  });

  await test.step('Extend', async () => {
    await popup.press('radio', 'Extend');
    await popup.fill('What happens next', 'She lands on the roof.');
    await popup.press('button', /^Extend · /);
    await expect.poll(() => twin.submits.at(-1)).toMatchObject({ action: 'extend' });
  });

  await test.step('Upscale', async () => {
    await popup.press('radio', 'Upscale');
    await popup.press('button', /^Upscale to 1080p/);
    await expect.poll(() => twin.submits.at(-1)).toMatchObject({ action: 'upscale' });
  });

  await test.step('References', async () => {
    await popup.press('radio', 'References');
    await popup.press('button', 'Add image…');
    await popup.press('checkbox', new RegExp(IMAGES.coat.title));
    await popup.press('button', 'Done');
    await popup.fill('What happens', 'Somebody in a yellow coat waves.');
    await popup.press('button', /^Make 1 take/);
    await expect.poll(() => twin.submits.at(-1)).toMatchObject({ action: 'references' });
  });

  await test.step('all are followed to their end, and each was paid once', async () => {
    await showJobs(popup);
    await expect
      .poll(async () => (await popup.text('.job .state')).match(/^Done/gm), { timeout: 60_000 })
      .toHaveLength(4);
    expectTruth(twin, { reached: 4, accepted: 4, charged: 40 });
  });

  await test.step('a result is saved, byte for byte', async () => {
    const made = twin.operation(twin.submits[0]?.operationName ?? '')?.result;
    await popup.press('button', /^Save Reshoot/);
    const saved = await savedFile(join(firefox.downloads, `${witch.title} – High.mp4`));
    expect(saved.equals(readFileSync(made?.file ?? ''))).toBe(true);
    await popup.says(/Done.*saved/);
  });
});
