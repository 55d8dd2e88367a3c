import type { Page } from '@playwright/test';
import type { Field } from '@/lib/text/problem-text';
import { CLIPS, IMAGES, PROJECTS } from '../twin/world';
import { Composer } from './support/composer';
import { connected, expect, test } from './support/fixtures';
import { test as sharedTest } from './support/shared-fixtures';

const { witch, streetUpscaled } = CLIPS;

/** Presses the button, and looks for the sentence at the field that it is about. */
async function refused(composer: Composer, button: RegExp, field: Field, sentence: string) {
  await composer.button(button).click();
  await expect(composer.problem(field, sentence)).toBeVisible();
}

interface Case {
  readonly name: string;
  /** From the form of References, where nothing is said yet, to a form with this one fault. */
  readonly fill: (composer: Composer, popup: Page) => Promise<void>;
  readonly button: RegExp;
  readonly field: Field;
  readonly sentence: string;
}

const extend = (prompt: string) => async (composer: Composer) => {
  await composer.action('Extend');
  await composer.clip(witch.title);
  await composer.prompt('What happens next', prompt);
};

const extendFrom = (start: number, end: number) => async (composer: Composer) => {
  await extend('She flies on.')(composer);
  await composer.range(start, end);
};

const seed = (text: string) => async (composer: Composer, popup: Page) => {
  await composer.action('Extend');
  await composer.clip(witch.title);
  await composer.action('Upscale');
  await popup.getByRole('checkbox', { name: 'Random seed' }).check();
  await popup.getByRole('checkbox', { name: 'Random seed' }).uncheck();
  await popup.getByRole('textbox', { name: 'Seed' }).fill(text);
};

const CASES: Case[] = [
  {
    name: 'no clip',
    async fill(composer) {
      await composer.action('Reshoot');
      await composer.moves('High');
    },
    button: /^Reshoot/,
    field: 'clip',
    sentence: 'Choose a clip.',
  },
  {
    name: 'no move',
    async fill(composer) {
      await composer.action('Reshoot');
      await composer.clip(witch.title);
      await composer.noMoves('High');
    },
    button: /^Reshoot/,
    field: 'moves',
    sentence: 'Choose at least one camera move.',
  },
  {
    name: 'an empty prompt',
    fill: extend(''),
    button: /^Extend/,
    field: 'prompt',
    sentence: 'Write what happens.',
  },
  {
    name: 'a start at the end',
    fill: extendFrom(100, 100),
    button: /^Extend/,
    field: 'range',
    sentence: 'The start frame must come before the end frame.',
  },
  {
    name: 'a start after the end',
    fill: extendFrom(120, 100),
    button: /^Extend/,
    field: 'range',
    sentence: 'The start frame must come before the end frame.',
  },
  {
    name: 'a frame outside the clip',
    fill: extendFrom(168, 192),
    button: /^Extend/,
    field: 'range',
    sentence: 'Frames of this clip go from 0 to 191.',
  },
  {
    name: 'no image',
    fill: (composer) => composer.prompt('What happens', 'A door opens.'),
    button: /^Make/,
    field: 'images',
    sentence: 'Add one to three images.',
  },
  {
    name: 'four images',
    async fill(composer) {
      const { coat, lantern, umbrella, sketch } = IMAGES;
      await composer.images(coat.title, lantern.title, umbrella.title, sketch.title);
    },
    button: /^Make/,
    field: 'images',
    sentence: 'Flow takes up to 3 images. Remove some.',
  },
  {
    name: 'a clip that is 1080p already',
    async fill(composer, popup) {
      await composer.action('Extend');
      await popup.getByRole('radio', { name: `${streetUpscaled.title}, 1080p,` }).check();
      await composer.action('Upscale');
    },
    button: /^Upscale/,
    field: 'clip',
    sentence: 'This clip is 1080p already.',
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

sharedTest(
  'what is missing or wrong gets its sentence and sends nothing',
  async ({ popup, composer, twin }) => {
    for (const { name, fill, button, field, sentence } of CASES)
      await sharedTest.step(`${name} gets its sentence and sends nothing`, async () => {
        // With another action nothing is said any more, whatever was pressed before.
        await composer.action('Upscale');
        await composer.action('References');
        await expect(popup.getByRole('alert')).toHaveCount(0);
        await fill(composer, popup);
        await refused(composer, button, field, sentence);
        await expect(popup.getByRole('button', { name: 'No jobs' })).toBeVisible();
        expect(twin.submits).toEqual([]);
      });
  },
);

test('the form is there for the project of the open page of Flow, and for no other', async ({
  openFlow,
  openPopup,
  twin,
}) => {
  const popup = await openPopup();
  const composer = new Composer(popup);

  await test.step('no Flow tab, no form', async () => {
    await expect(
      popup.getByRole('heading', { name: 'Another take of the clip you have' }),
    ).toBeVisible();
    await expect(popup.getByRole('button', { name: 'Open Flow' })).toBeVisible();
    await expect(popup.getByRole('button', { name: /credits|free/ })).toHaveCount(0);
  });

  const page = await openFlow();
  await popup.bringToFront();
  await connected(popup);

  await test.step('a clip of another project is named as such and not sent', async () => {
    await composer.clip(witch.title);
    await composer.moves('High');
    await page.goto(twin.pageUrl('harbour'));
    await connected(popup, PROJECTS.harbour.title);
    await refused(
      composer,
      /^Reshoot/,
      'clip',
      'This clip belongs to another project. Open that project in Flow, or choose a clip of this one.',
    );
    expect(twin.submits).toEqual([]);
  });

  await test.step('an account that Google has moved is told where it is', async () => {
    twin.moved = true;
    await page.reload();
    await expect(popup.locator('header')).toContainText('flow.google.com');
    twin.moved = false;
    await page.goto(twin.pageUrl('elm'));
    await connected(popup);
  });
});
