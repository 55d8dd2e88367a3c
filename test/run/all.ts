import { findChromium, installChromium } from '../browsers/find-chromium';
import { findFirefox, installFirefox } from '../browsers/find-firefox';
import { prepareXvfb } from '../browsers/find-xvfb';
import {
  endToEnd,
  firefoxLint,
  forChrome,
  forEdge,
  forFirefox,
  packageSize,
  packageTests,
  prepared,
  quick,
  rebuilt,
} from './checks';
import { runChecks } from './run-checks';

/** `npm test`: every check of the project. */
process.env.CHROMIUM_PATH = findChromium() ?? installChromium(console.log);
process.env.FIREFOX_PATH = findFirefox() ?? installFirefox(console.log);
prepareXvfb(console.log);
process.exitCode = await runChecks([
  prepared,
  quick,
  [
    [forChrome, packageSize, forEdge],
    [forFirefox, firefoxLint, rebuilt],
  ],
  packageTests,
  endToEnd(),
]);
