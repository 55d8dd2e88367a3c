import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';

const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({ integrity: z.optional(z.string()), resolved: z.optional(z.string()) }),
  ),
});

const { packages } = lockfile.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
const installed = Object.entries(packages).filter(([path]) => path !== '');

describe('the lockfile', () => {
  it('says what every package must hash to, on every platform', () => {
    expect(installed.length).toBeGreaterThan(100);
    const unproved = installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'));
    expect(unproved.map(([path]) => path)).toEqual([]);
  });

  it('names no host that packages come from', () => {
    expect(installed.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });
});
