import { launch } from '../browsers/launch';
import type { Look } from '../states/look';
import { openStage, settled } from '../states/stage';
import { startTwin } from '../twin/twin';
import type { Scene } from './scenes';

/** Pixels of the picture for one of the product: it stays sharp where it is drawn larger. */
const DENSITY = 2;

/** The product itself in that state, from the built extension on a twin of its own; a PNG. */
export async function capture(scene: Scene, language: Look['language']): Promise<Buffer> {
  const { theme, view, states, size } = scene;
  const twin = await startTwin(view.twin ?? {});
  const chromium = await launch({ twin, language });
  try {
    const stage = await openStage({ language, theme }, { twin, chromium });
    await view.begin?.(stage);
    for (const state of states) await view.states[state]?.(stage);
    const { page } = stage;
    await page.setViewportSize(size);
    const devtools = await chromium.context.newCDPSession(page);
    const metrics = { ...size, deviceScaleFactor: DENSITY, mobile: false };
    await devtools.send('Emulation.setDeviceMetricsOverride', metrics);
    // A ring of focus says something to the keyboard's user, nothing in a picture.
    await page
      .locator('body')
      .evaluate(() => document.querySelector<HTMLElement>(':focus')?.blur());
    await page.mouse.move(0, 0);
    await settled(page);
    return await page.screenshot({ animations: 'disabled', caret: 'hide' });
  } finally {
    await chromium.close();
    await twin.stop();
  }
}
