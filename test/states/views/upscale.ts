import { CLIPS } from '../../twin/world';
import type { View } from '../view';

const { witch, cat, train, street, streetUpscaled, balloon } = CLIPS;

export const upscale: View = {
  name: 'upscale',
  begin: (stage) => stage.flow(),
  states: {
    empty: (stage) => stage.compose({ action: 'upscale' }),
    one: (stage) => stage.compose({ action: 'upscale', clipId: witch.mediaId }),
    portrait: (stage) => stage.compose({ action: 'upscale', clipId: balloon.mediaId }),
    several: (stage) =>
      stage.compose({
        action: 'upscale',
        clipId: witch.mediaId,
        moreClipIds: [cat.mediaId, train.mediaId, balloon.mediaId],
      }),
    'has-copy': (stage) =>
      stage.compose({ action: 'upscale', clipId: street.mediaId, moreClipIds: [cat.mediaId] }),
    'is-copy': (stage) => stage.compose({ action: 'upscale', clipId: streetUpscaled.mediaId }),
  },
};
