import { findChromium, installChromium } from '../browsers/find-chromium';
import { findFirefox, installFirefox } from '../browsers/find-firefox';
import { prepareXvfb } from '../browsers/find-xvfb';
import { endToEnd, forChrome, forFirefox } from './checks';
import { runChecks } from './run-checks';

/** `npm run e2e -- <name …>`: builds the extension for both browsers, then the end-to-end tests of those files, or all. */
process.env.CHROMIUM_PATH = findChromium() ?? installChromium(console.log);
process.env.FIREFOX_PATH = findFirefox() ?? installFirefox(console.log);
prepareXvfb(console.log);
process.exitCode = await runChecks([forChrome, forFirefox, endToEnd(process.argv.slice(2))]);
