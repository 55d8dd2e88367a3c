import { expect, test } from '@playwright/test';
import { LOOKS, type Look } from '../states/look';
import { openStage, settled } from '../states/stage';
import { VIEWS } from '../states/views';
import { wrong } from '../states/wrong';

/**
 * Every view in all its states: axe finds nothing, nothing stands out at the sides, no word is of the
 * other language. Each view in one look, so that every look has its turn; `npm run screenshots` goes
 * through all looks of all views and takes the pictures.
 */
const folder = process.env.SCREENSHOTS;
const looksOf = (at: number): readonly Look[] =>
  LOOKS.filter((_, index) => folder !== undefined || index === at % LOOKS.length);

for (const [at, view] of VIEWS.entries())
  for (const look of looksOf(at)) {
    const name = `${look.language}-${look.theme}-${view.name}`;

    test(`every state of ${name}`, async () => {
      test.setTimeout(180_000);
      const stage = await openStage(look, view.twin);
      try {
        await view.begin?.(stage);
        for (const [state, reach] of Object.entries(view.states))
          await test.step(state, async () => {
            const page = await reach(stage);
            await settled(page);
            if (folder !== undefined)
              await page.screenshot({
                path: `${folder}/${name}-${state}.png`,
                animations: 'disabled',
              });
            expect.soft(await wrong(page, look), `${name}-${state}`).toEqual([]);
          });
      } finally {
        await stage.close();
      }
    });
  }
