import { CLIPS } from '../twin/world';
import { Composer } from './support/composer';
import { connected, expect, test } from './support/fixtures';

const { witch, door } = CLIPS;

test('the popup keeps what was chosen when it is closed, and sends an extend by keyboard', async ({
  openFlow,
  openPopup,
  chromium,
  twin,
  pace,
}) => {
  await pace(1, 8);

  await test.step('the real popup opens on the Flow tab', async () => {
    const other = await chromium.openOwn('options.html');
    const page = await openFlow();
    await page.bringToFront();
    const worker = await chromium.worker();
    await worker.evaluate(() => chrome.action.openPopup());
    const read = () =>
      other.evaluate(() => {
        const [popup] = chrome.extension.getViews({ type: 'popup' }) as unknown as Window[];
        return {
          text: popup?.document.body.textContent ?? '',
          size: [popup?.innerWidth, popup?.innerHeight],
        };
      });
    await expect.poll(async () => (await read()).text).toContain('Elm Street, dusk');
    await expect.poll(async () => (await read()).size).toEqual([400, 600]);
    await other.evaluate(() => {
      const popups = chrome.extension.getViews({ type: 'popup' }) as unknown as Window[];
      for (const popup of popups) popup.close();
    });
    await expect.poll(read).toEqual({ text: '', size: [undefined, undefined] });
    await other.close();
  });

  const first = await openPopup();
  await connected(first);
  const composer = new Composer(first);

  await test.step('frames come from the clip itself, and the last 24 are the default', async () => {
    await composer.clip(door.title);
    await composer.action('Extend');
    await expect(first.getByRole('textbox', { name: 'Start frame number' })).toHaveValue('336');
    await expect(first.getByRole('textbox', { name: 'End frame number' })).toHaveValue('359');
    await expect(first.getByRole('textbox', { name: 'Start timecode' })).toHaveValue('00:14:00');
  });

  await test.step('a timecode moves the same frame', async () => {
    await composer.clip(witch.title);
    await composer.action('Extend');
    await first.getByRole('textbox', { name: 'Start timecode' }).fill('00:02:12');
    await expect(first.getByRole('textbox', { name: 'Start frame number' })).toHaveValue('60');
    await first.getByRole('textbox', { name: 'Start timecode' }).fill('two seconds');
    await first.keyboard.press('Tab');
    await expect(first.getByText(/A timecode is minutes:seconds:frames/)).toBeVisible();
  });

  const popup = await test.step('the draft survives closing the popup', async () => {
    await composer.action('Reshoot');
    await composer.clip(witch.title);
    await composer.moves('Orbit left', 'Closer');
    await composer.action('Extend');
    await composer.prompt('What happens next', 'A prompt that is not sent yet');
    await composer.range(12, 35);
    await first.close();

    const second = await openPopup();
    await expect(second.getByRole('radio', { name: 'Extend' })).toBeChecked();
    await expect(second.getByRole('radio', { name: `${witch.title},` })).toBeChecked();
    await expect(second.getByRole('textbox', { name: 'What happens next' })).toHaveValue(
      'A prompt that is not sent yet',
    );
    await expect(second.getByRole('textbox', { name: 'Start frame number' })).toHaveValue('12');
    await new Composer(second).action('Reshoot');
    await expect(second.getByRole('checkbox', { name: 'Orbit left' })).toBeChecked();
    await expect(second.getByRole('checkbox', { name: 'Closer' })).toBeChecked();
    await expect(second.locator('.move input:checked')).toHaveCount(2);
    return second;
  });
  const reopened = new Composer(popup);

  await test.step('fast clicks one after another are all kept', async () => {
    await reopened.noMoves('Orbit left', 'Closer');
    const boxes = popup.getByRole('group', { name: 'Camera motion' }).getByRole('checkbox');
    for (let round = 0; round < 3; round++) {
      for (let index = 0; index < 8; index++) await boxes.nth(index).click();
      await expect(popup.locator('.move input:checked')).toHaveCount(round % 2 === 0 ? 8 : 0);
    }
  });

  await test.step('a whole extend by keyboard alone', async () => {
    // Another clip and another action are chosen, and nothing is written.
    await reopened.action('Extend');
    await reopened.prompt('What happens next', '');
    await reopened.action('Reshoot');
    await reopened.clip(door.title);

    await popup.getByRole('radio', { name: `${witch.title},` }).focus();
    await popup.keyboard.press('Space');
    await popup.keyboard.press('1');
    await expect(popup.getByRole('radio', { name: 'Extend' })).toBeChecked();
    const end = popup.getByRole('slider', { name: 'End frame' });
    const start = popup.getByRole('slider', { name: 'Start frame' });
    await popup.getByRole('switch', { name: 'Free length' }).focus();
    await popup.keyboard.press('Space');
    await expect(popup.getByRole('switch', { name: 'Free length' })).toBeChecked();
    await start.focus();
    await popup.keyboard.press('Shift+ArrowLeft');
    await popup.keyboard.press('ArrowLeft');
    await expect(start).toHaveAttribute('aria-valuenow', '157');
    await end.focus();
    await popup.keyboard.press('ArrowLeft');
    await expect(end).toHaveAttribute('aria-valuenow', '190');
    await popup.keyboard.press('End');
    await expect(end).toHaveAttribute('aria-valuenow', '191');
    await popup.getByRole('textbox', { name: 'What happens next' }).focus();
    await popup.keyboard.type('1 more time, by keys');
    await popup.keyboard.press('Control+Enter');
    await expect.poll(() => twin.submits.length).toBe(1);
    expect(twin.submits[0]).toMatchObject({
      prompt: '1 more time, by keys',
      startFrameIndex: 157,
      endFrameIndex: 191,
    });
  });
});
