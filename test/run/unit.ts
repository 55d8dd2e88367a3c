import { prepared, unitTests } from './checks';
import { runChecks } from './run-checks';

/** `npm run unit -- <name …>`: the unit tests of those files, or all. */
process.exitCode = await runChecks([prepared, unitTests(process.argv.slice(2))]);
