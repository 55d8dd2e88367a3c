import type { Page } from '@playwright/test';
import { CLIPS } from '../../twin/world';
import type { Stage } from '../stage';
import type { View } from '../view';

const { witch, cat, train, street, streetUpscaled, balloon } = CLIPS;

/** One clip, whose length and size have been read from its file. */
async function measured(stage: Stage, clipId: string): Promise<Page> {
  const popup = await stage.compose({ action: 'upscale', clipId });
  await popup.locator('.facts dt').nth(3).waitFor();
  return popup;
}

export const upscale: View = {
  name: 'upscale',
  begin: (stage) => stage.flow(),
  states: {
    empty: (stage) => stage.compose({ action: 'upscale' }),
    one: (stage) => measured(stage, witch.mediaId),
    portrait: (stage) => measured(stage, balloon.mediaId),
    several: (stage) =>
      stage.compose({
        action: 'upscale',
        clipId: witch.mediaId,
        moreClipIds: [cat.mediaId, train.mediaId, balloon.mediaId],
      }),
    'has-copy': (stage) =>
      stage.compose({ action: 'upscale', clipId: street.mediaId, moreClipIds: [cat.mediaId] }),
    'is-copy': (stage) => measured(stage, streetUpscaled.mediaId),
  },
};
