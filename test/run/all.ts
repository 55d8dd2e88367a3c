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

/**
 * `npm test`: every check of the project. End-to-end tests begin as soon as there is something built:
 * what they wait for leaves time for all that only computes.
 */
process.env.CHROMIUM_PATH = findChromium() ?? installChromium(console.log);
process.exitCode = await runChecks([
  prepared,
  [
    [built, packageSize],
    [builtForFirefox, firefoxLint],
  ],
  [[endToEnd()], [types, lint, unused, unitTests()]],
]);
