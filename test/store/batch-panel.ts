import { oneBatch, oneOfEach } from '../states/jobs';
import type { View } from '../states/view';
import { CLIPS } from '../twin/world';

const draft = {
  ...{ action: 'reshoot', clipId: CLIPS.door.mediaId },
  ...{ moves: ['RIGHT_TO_LEFT', 'FORWARD', 'STATIONARY_DOWN'], imageIds: [] },
  ...{ extendPrompt: '', referencesPrompt: '', aspect: 'landscape', takes: 1 },
};

/** The side panel, wide, with a batch whose takes come in and an extend that runs. */
export const batchPanel: View = {
  name: 'batch-panel',
  states: {
    running: async (stage) => {
      stage.twin.holdReplies('status');
      await stage.flow();
      const account = await stage.account();
      const extended = oneOfEach(account).filter(({ state }) => state === 'running');
      await stage.fill('jobs', [...extended, ...oneBatch(account)]);
      await stage.local({ draft: { writer: 'stage', draft } });
      const page = await stage.open('sidepanel', '', { width: 1120, height: 596 });
      await page.locator('.batch-sheet .take-pic').first().waitFor();
      await page.locator('.planes').first().waitFor();
      return page;
    },
  },
};
