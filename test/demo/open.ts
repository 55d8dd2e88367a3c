import { launch } from '../browsers/launch';
import { startTwin } from '../twin/twin';

/** `npm run demo -- --open`: a window on the twin to play with, until it is closed. */
export async function openVisible(): Promise<boolean> {
  const hasScreen =
    process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!hasScreen) {
    console.error('There is no screen here to open a window on. Run `npm run demo` instead.');
    return false;
  }
  const twin = await startTwin({ durationsMs: { extend: 20_000, reshoot: 15_000 } });
  const chromium = await launch({ twin, visible: true });
  const page = chromium.context.pages()[0] ?? (await chromium.context.newPage());
  await page.goto(twin.pageUrl('elm'));
  const worker = await chromium.worker();
  // Fails where the window has no focus yet; the toolbar button is there all the same.
  await worker.evaluate(() => chrome.action.openPopup()).catch(() => undefined);
  console.log(
    [
      'A window on the twin is open. Nothing in it reaches Google and no credits are real.',
      'The button of Second Take is in the toolbar, under the puzzle piece; a right click on a clip works too.',
      'Close the window to end.',
    ].join('\n'),
  );
  await new Promise<void>((closed) => chromium.context.on('close', () => closed()));
  await twin.stop();
  return true;
}
