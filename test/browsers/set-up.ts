import { runTool } from '../run/step';
import { findChromium, installChromium } from './find-chromium';

/** A Chromium is there and the extension is built; says what is missing otherwise. */
export async function ready(): Promise<boolean> {
  process.env.CHROMIUM_PATH = findChromium() ?? installChromium(console.log);
  const { code, output } = await runTool('wxt', ['build']);
  if (code === 0) console.log('Built the extension for Chromium.');
  else console.error(output);
  return code === 0;
}
