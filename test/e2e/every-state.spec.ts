import { LANGUAGES } from '../house/languages';
import { LOOKS, type Look } from '../states/look';
import { openStage, settled } from '../states/stage';
import type { View } from '../states/view';
import { VIEWS } from '../states/views';
import { wrong } from '../states/wrong';
import { expect, test } from './support/fixtures';

/**
 * Every view in all its states: axe finds nothing, nothing stands out at the sides, no word is of
 * another language. Each view in one look, so that every look has its turn; `npm run screenshots` goes
 * through all looks of all views and takes the pictures.
 */
const folder = process.env.SCREENSHOTS;
const looksOf = (at: number): readonly Look[] =>
  LOOKS.filter((_, index) => folder !== undefined || index === at % LOOKS.length);

function lookAt(view: View, look: Look): void {
  const name = `${look.language}-${look.theme}-${view.name}`;
  test.use({ twinOptions: view.twin ?? {} });

  test(`every state of ${name}`, async ({ twin, chromium }) => {
    const stage = await openStage(look, { twin, chromium });
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
  });
}

for (const { tag: language } of LANGUAGES)
  test.describe(() => {
    // English is what a kept browser speaks. One of another language is started once for all of its.
    if (language !== 'en') {
      test.describe.configure({ mode: 'default' });
      test.use({ launchWith: { language } });
    }
    for (const [at, view] of VIEWS.entries())
      for (const look of looksOf(at).filter((each) => each.language === language))
        test.describe(() => lookAt(view, look));
  });
