import type { Page } from '@playwright/test';
import { CLIPS, IMAGES, PROJECTS } from '../twin/world';
import { choose } from './choose';
import { connected, expect, test } from './fixtures';
import { test as sharedTest } from './shared-fixtures';

const { witch } = CLIPS;

/** Presses the button, and looks for the sentence at the field that it is about. */
async function refused(popup: Page, button: RegExp, field: string, sentence: string) {
  await popup.getByRole('button', { name: button }).click();
  await expect(popup.locator(`[data-field="${field}"]`).getByText(sentence)).toBeVisible();
}

interface Case {
  readonly name: string;
  readonly fill: (popup: Page) => Promise<void>;
  readonly button: RegExp;
  readonly field: string;
  readonly sentence: string;
}

const extend = async (popup: Page) => {
  await choose.clip(popup, witch.title);
  await choose.action(popup, 'Extend');
};

const seed = (text: string) => async (popup: Page) => {
  await choose.clip(popup, witch.title);
  await choose.action(popup, 'Upscale');
  await popup.getByRole('checkbox', { name: 'Random seed' }).uncheck();
  await popup.getByRole('textbox', { name: 'Seed' }).fill(text);
};

const CASES: Case[] = [
  {
    name: 'no clip',
    fill: (popup) => choose.moves(popup, 'High'),
    button: /^Reshoot/,
    field: 'clip',
    sentence: 'Choose a clip.',
  },
  {
    name: 'no move',
    fill: (popup) => choose.clip(popup, witch.title),
    button: /^Reshoot/,
    field: 'moves',
    sentence: 'Choose at least one camera move.',
  },
  {
    name: 'an empty prompt',
    fill: extend,
    button: /^Extend/,
    field: 'prompt',
    sentence: 'Write what happens.',
  },
  {
    name: 'a start at the end',
    async fill(popup) {
      await extend(popup);
      await choose.range(popup, 100, 100);
    },
    button: /^Extend/,
    field: 'range',
    sentence: 'The start frame must come before the end frame.',
  },
  {
    name: 'a start after the end',
    async fill(popup) {
      await extend(popup);
      await choose.range(popup, 120, 100);
    },
    button: /^Extend/,
    field: 'range',
    sentence: 'The start frame must come before the end frame.',
  },
  {
    name: 'a frame outside the clip',
    async fill(popup) {
      await extend(popup);
      await choose.range(popup, 168, 192);
    },
    button: /^Extend/,
    field: 'range',
    sentence: 'Frames of this clip go from 0 to 191.',
  },
  {
    name: 'no image',
    fill: (popup) => choose.action(popup, 'References'),
    button: /^Make/,
    field: 'images',
    sentence: 'Add one to three images.',
  },
  {
    name: 'four images',
    async fill(popup) {
      const { coat, lantern, umbrella, sketch } = IMAGES;
      await choose.action(popup, 'References');
      await choose.images(popup, coat.title, lantern.title, umbrella.title, sketch.title);
      await choose.prompt(popup, 'What happens', 'A door opens.');
    },
    button: /^Make/,
    field: 'images',
    sentence: 'Flow takes up to 3 images. Remove some.',
  },
  {
    name: 'a seed above 99999',
    fill: seed('100000'),
    button: /^Upscale/,
    field: 'seed',
    sentence: 'A seed is a whole number from 0 to 99999.',
  },
  {
    name: 'a seed below 0',
    fill: seed('-1'),
    button: /^Upscale/,
    field: 'seed',
    sentence: 'A seed is a whole number from 0 to 99999.',
  },
  {
    name: 'a seed that is no number',
    fill: seed('seven'),
    button: /^Upscale/,
    field: 'seed',
    sentence: 'A seed is a whole number from 0 to 99999.',
  },
];

for (const { name, fill, button, field, sentence } of CASES)
  sharedTest(`${name} gets its sentence and sends nothing`, async ({ popup, twin }) => {
    await fill(popup);
    await refused(popup, button, field, sentence);
    await expect(popup.getByRole('button', { name: 'No jobs' })).toBeVisible();
    expect(twin.submits).toEqual([]);
  });

test('a clip of another project is named as such and not sent', async ({
  openFlow,
  openPopup,
  twin,
}) => {
  const page = await openFlow();
  const popup = await openPopup();
  await choose.clip(popup, witch.title);
  await choose.moves(popup, 'High');
  await page.goto(twin.pageUrl('harbour'));
  await connected(popup, PROJECTS.harbour.title);
  await refused(
    popup,
    /^Reshoot/,
    'clip',
    'This clip belongs to another project. Open that project in Flow, or choose a clip of this one.',
  );
  expect(twin.submits).toEqual([]);
});

test('a clip that is 1080p already is not upscaled again', async ({
  openFlow,
  openPopup,
  twin,
}) => {
  await openFlow();
  const popup = await openPopup();
  await popup.getByRole('radio', { name: `${CLIPS.streetUpscaled.title}, 1080p,` }).check();
  await choose.action(popup, 'Upscale');
  await refused(popup, /^Upscale/, 'clip', 'This clip is 1080p already.');
  expect(twin.submits).toEqual([]);
});

test('no Flow tab, no form', async ({ openPopup }) => {
  const popup = await openPopup();
  await expect(
    popup.getByRole('heading', { name: 'Another take of the clip you have' }),
  ).toBeVisible();
  await expect(popup.getByRole('button', { name: 'Open Flow' })).toBeVisible();
  await expect(popup.getByRole('button', { name: /credits|free/ })).toHaveCount(0);
});
