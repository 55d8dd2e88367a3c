import { expect, it } from 'vitest';
import { type CommandUses, createCommands } from '@/lib/background/commands';
import { NOTHING_LEARNED } from '@/lib/flow/models';
import { learnedModels, leftOut, unknownWords } from '@/lib/storage/items';

it('deleting the records forgets what was learned of models, prices and answers', async () => {
  await learnedModels.set({
    keys: { 'upscale/landscape/pro': 'veo_next' },
    prices: { veo_next: 3 },
  });
  await leftOut.set({ operations: 1, media: 2, models: 3 });
  await unknownWords.set({ PAYGATE_TIER_FOUR: 1 });
  const commands = createCommands({ now: () => 0 } as unknown as CommandUses);
  expect(await commands.deleteRecords({})).toEqual({ deleted: 0, kept: 0 });
  expect(await learnedModels.get()).toEqual(NOTHING_LEARNED);
  expect(await leftOut.get()).toEqual({ operations: 0, media: 0, models: 0 });
  expect(await unknownWords.get()).toEqual({});
});
