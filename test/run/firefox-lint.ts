import * as z from 'zod/mini';
import { runTool } from './step';

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

/** Mozilla's linter on the Firefox build: fails on every finding that is not known. */
const { output } = await runTool('addons-linter', ['--output', 'json', '.output/firefox-mv3']);
const { errors, warnings, notices } = report.parse(JSON.parse(output.slice(output.indexOf('{'))));
const findings = [...errors, ...warnings, ...notices].filter(({ code }) => !KNOWN.has(code));
for (const { code, message, file } of findings) console.log(`${code} ${message} (${file ?? '-'})`);
console.log(`${findings.length} findings`);
if (findings.length > 0) process.exitCode = 1;
