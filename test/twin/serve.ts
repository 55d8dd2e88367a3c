// For looking by hand: npx tsx test/twin/serve.ts, then start a Chromium as printed.
import { startTwin } from './twin';

const twin = await startTwin({
  durationsMs: { extend: 4000, reshoot: 4000, upscale: 4000, references: 4000 },
});
const args = twin.chromiumArgs.map((arg) => `'${arg}'`).join(' ');
console.log(`The twin listens on port ${twin.port}. Look at it with\n`);
console.log(`chromium --user-data-dir=/tmp/twin-profile ${args} ${twin.pageUrl('elm')}\n`);
console.log(`Where accounts are moved to: ${twin.flowGoogle.pageUrl('elm')}`);
console.log(`Another account: add ?as=ben@example.com to ${twin.pageUrl('attic')}`);
