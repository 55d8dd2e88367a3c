import { findChromium, installChromium } from '../browsers/find-chromium';
import { endToEnd, forChrome } from './checks';
import { runChecks } from './run-checks';

/** `npm run e2e -- <name …>`: builds the extension, then the end-to-end tests of those files, or all. */
process.env.CHROMIUM_PATH = findChromium() ?? installChromium(console.log);
process.exitCode = await runChecks([forChrome, endToEnd(process.argv.slice(2))]);
