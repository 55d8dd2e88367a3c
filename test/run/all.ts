import { findChromium, installChromium } from '../browser/find-chromium';
import {
  built,
  builtForFirefox,
  endToEnd,
  firefoxLint,
  lint,
  packageSize,
  prepared,
  types,
  unitTests,
  unused,
} from './checks';
import { runChecks } from './run-checks';

/** `npm test`: every check of the project. What keeps one core busy runs beside the unit tests. */
process.env.CHROMIUM_PATH = findChromium() ?? installChromium(console.log);
process.exitCode = await runChecks([
  prepared,
  [[types, lint, unused], [unitTests()]],
  [
    [built, packageSize],
    [builtForFirefox, firefoxLint],
  ],
  endToEnd(),
]);
