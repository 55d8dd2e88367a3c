import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import * as z from 'zod/mini';

export const BROWSERS = ['chrome', 'edge', 'firefox'] as const;
export type Browser = (typeof BROWSERS)[number];

/** What `npm run zip` makes: a package for each store, and the sources that Mozilla asks for. */
export const PACKAGES = [...BROWSERS, 'sources'] as const;
type Package = (typeof PACKAGES)[number];

/** Names of files with their bytes, in the order of the package. */
export type Files = ReadonlyMap<string, Uint8Array>;

const packageJson = z.object({ name: z.string(), version: z.string() });

/**
 * Path of a package, which WXT names by `package.json`.
 *
 * @param root folder of the project that makes it
 */
export function packagePath(which: Package, root = '.'): string {
  const text = readFileSync(join(root, 'package.json'), 'utf8');
  const { name, version } = packageJson.parse(JSON.parse(text));
  return join(root, '.output', `${name}-${version}-${which}.zip`);
}

/** Throws where the package was not made yet. */
export function packedFiles(path: string): Files {
  if (!existsSync(path)) throw new Error(`There is no ${path}: "npm run zip" makes it.`);
  return new Map(Object.entries(unzipSync(readFileSync(path))));
}

export function unpack(files: Files, folder: string): void {
  for (const [name, bytes] of files) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
}

/** One line for each file that only one of the two has, or that is another in each. */
export function differences(one: Files, other: Files): string[] {
  const names = new Set([...one.keys(), ...other.keys()]);
  return [...names].flatMap((name) => {
    const [before, after] = [one.get(name), other.get(name)];
    if (!before) return [`${name} is only in the second`];
    if (!after) return [`${name} is only in the first`];
    return Buffer.compare(before, after) === 0 ? [] : [`${name} differs`];
  });
}
