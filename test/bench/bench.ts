import { ready } from '../browsers/set-up';
import { benchPage } from './page';
import { benchUi } from './ui';

/** `npm run bench -- <name>`: measures and reports; nothing here passes or fails. */
const BENCHES: Readonly<Record<string, () => Promise<void>>> = { ui: benchUi, page: benchPage };

async function main(): Promise<number> {
  const [name = ''] = process.argv.slice(2);
  const bench = BENCHES[name];
  if (!bench) {
    console.error(`Which bench? npm run bench -- ${Object.keys(BENCHES).join(' | ')}`);
    return 1;
  }
  if (!(await ready())) return 1;
  await bench();
  return 0;
}

process.exitCode = await main();
