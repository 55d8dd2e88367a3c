import { findChromium, installChromium } from '../browsers/find-chromium';
import {
  built,
  builtForFirefox,
  endToEnd,
  firefoxLint,
  packageSize,
  prepared,
  quick,
} from './checks';
import { runChecks } from './run-checks';

/** `npm test`: every check of the project. */
process.env.CHROMIUM_PATH = findChromium() ?? installChromium(console.log);
process.exitCode = await runChecks([
  prepared,
  quick,
  [
    [built, packageSize],
    [builtForFirefox, firefoxLint],
  ],
  endToEnd(),
]);
