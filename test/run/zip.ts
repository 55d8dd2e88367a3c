import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { PACKAGES, packagePath } from '../packages/packages';
import { forChrome, forEdge, forFirefox } from './checks';
import { runChecks } from './run-checks';

/** `npm run zip`: the packages for the stores and Mozilla's sources, each with name, bytes and SHA-256. */
process.exitCode = await runChecks([[[forChrome, forEdge], [forFirefox]]]);
if (process.exitCode === 0)
  for (const path of PACKAGES.map((which) => packagePath(which))) {
    const bytes = readFileSync(path);
    const hash = createHash('sha256').update(bytes).digest('hex');
    console.log(`${path}  ${bytes.length} bytes  sha256 ${hash}`);
  }
