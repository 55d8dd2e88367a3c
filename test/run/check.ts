import { prepared, quick } from './checks';
import { runChecks } from './run-checks';

/** `npm run check`: all that needs neither a build nor a browser. */
process.exitCode = await runChecks([prepared, quick]);
