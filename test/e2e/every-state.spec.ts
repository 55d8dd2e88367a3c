import { expect, test } from '@playwright/test';
import { LOOKS } from '../states/look';
import { openStage, settled } from '../states/stage';
import { VIEWS } from '../states/views';
import { wrong } from '../states/wrong';

/**
 * Every view in all its states: axe finds nothing, nothing stands out at the sides, no word is of the
 * other language. In two looks; `npm run screenshots` goes through all four and takes the pictures.
 */
const folder = process.env.SCREENSHOTS;
const looks = LOOKS.filter(
  ({ language, theme }) => folder !== undefined || (language === 'en') === (theme === 'light'),
);

for (const view of VIEWS)
  for (const look of looks) {
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
