import type { Draft } from '@/lib/drafts/draft';
import { CLIPS, IMAGES } from '../../twin/world';
import type { View } from '../view';

const { coat, umbrella, lantern, sketch } = IMAGES;

const made: Partial<Draft> = {
  action: 'references',
  clipId: CLIPS.witch.mediaId,
  imageIds: [coat.mediaId, umbrella.mediaId],
  referencesPrompt: 'Somebody in a yellow coat opens a red umbrella.',
};

/** Prompts that were sent before, a long one and one from right to left among them. */
const PROMPTS = [
  'A lantern is carried through the rain.',
  'A street of elm trees at dusk, the lamps come on one by one. '.repeat(3),
  CLIPS.balloon.prompt,
  CLIPS.cat.prompt,
];

export const references: View = {
  name: 'references',
  begin: (stage) => stage.flow(),
  states: {
    empty: (stage) => stage.compose({ action: 'references' }),
    problem: async ({ page: popup }) => {
      await popup.locator('.foot .btn-main').click();
      await popup.locator('.problem').first().waitFor();
      return popup;
    },
    two: (stage) => stage.compose(made),
    choosing: async ({ page: popup }) => {
      await popup.locator('.slot-add').click();
      await popup.locator('.picker').waitFor();
      return popup;
    },
    three: (stage) =>
      stage.compose({
        ...made,
        imageIds: [coat.mediaId, sketch.mediaId, lantern.mediaId],
        aspect: 'portrait',
        takes: 2,
      }),
    'last-prompts': async (stage) => {
      const recent = { moves: [], prompts: { extend: [], references: PROMPTS } };
      await stage.local({ recent });
      const popup = await stage.compose(made);
      await popup.locator('.prompt-last').click();
      await popup.locator('.prompt-list').waitFor();
      return popup;
    },
  },
};
