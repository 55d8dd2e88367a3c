import * as z from 'zod/mini';
import { packagePath } from '../packages/packages';
import { type Outcome, runTool } from './step';

/** Preact sets `innerHTML` for a property that no component here uses; the linter sees the code only. */
const KNOWN = new Set(['UNSAFE_VAR_ASSIGNMENT']);

const finding = z.object({
  code: z.string(),
  message: z.string(),
  file: z.optional(z.nullable(z.string())),
});
const report = z.object({
  errors: z.array(finding),
  warnings: z.array(finding),
  notices: z.array(finding),
});

/** What a linter has found and is not known, one line each. Throws where it gave no report. */
function findings(by: string, { output }: Outcome): string[] {
  const { errors, warnings, notices } = report.parse(
    JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1)),
  );
  return [...errors, ...warnings, ...notices]
    .filter(({ code }) => !KNOWN.has(code))
    .map(({ code, message, file }) => `${by}: ${code} ${message} (${file ?? '-'})`);
}

const FOLDER = '.output/firefox-mv3';
const WEB_EXT = ['lint', '--no-config-discovery', '--output', 'json', '--source-dir'];

/**
 * Mozilla's two linters for Firefox, side by side: addons-linter on the package, as the store runs it,
 * and web-ext on build and package. Fails on every finding that is not known.
 */
const found = (
  await Promise.all([
    runTool('addons-linter', ['--output', 'json', packagePath('firefox')]),
    runTool('web-ext', [...WEB_EXT, FOLDER]),
    runTool('web-ext', [...WEB_EXT, packagePath('firefox')]),
  ])
).flatMap((outcome, index) =>
  findings(['addons-linter, package', 'web-ext, build', 'web-ext, package'][index] ?? '-', outcome),
);
for (const line of found) console.log(line);
console.log(`${found.length} findings`);
if (found.length > 0) process.exitCode = 1;
