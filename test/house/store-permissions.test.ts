import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { API_HOST, FILE_ORIGINS, FLOW_ORIGIN, NEW_FLOW_ORIGIN } from '@/lib/flow/hosts';

const paper = readFileSync('docs/store/permissions.md', 'utf8');
const config = readFileSync('wxt.config.ts', 'utf8');

/** First cells of the table below a heading, each with the reason beside it. */
const rowsBelow = (heading: string) =>
  [
    ...(paper.split(`## ${heading}`)[1]?.split('## ')[0] ?? '').matchAll(
      /^\| `(.+?)` \| (.+) \|$/gm,
    ),
  ].map(([, name = '', reason = '']) => ({ name, reason }));

const permissions = rowsBelow('Permissions');
const hosts = rowsBelow('Hosts');
const names = (rows: readonly { readonly name: string }[]) => rows.map(({ name }) => name).sort();

describe('the reasons for permissions', () => {
  it('are given for exactly those that the manifest asks for', () => {
    const asked = /permissions: \[([^\]]*)\]/.exec(config)?.[1] ?? '';
    const written = [...asked.matchAll(/'(\w+)'/g)].map(([, name = '']) => name);
    expect(written.length).toBeGreaterThan(3);
    // WXT adds it to Chromium's manifest where there is a side panel's entrypoint.
    expect(names(permissions)).toEqual([...written, 'sidePanel'].sort());
  });

  it('are given for exactly the hosts of the manifest', () => {
    const origins = [FLOW_ORIGIN, `https://${API_HOST}`, NEW_FLOW_ORIGIN, ...FILE_ORIGINS];
    expect(names(hosts)).toEqual(origins.map((origin) => `${origin}/*`).sort());
  });

  it('are sentences', () => {
    for (const { reason } of [...permissions, ...hosts]) expect(reason).toMatch(/^[A-Z].{20,}\.$/);
  });
});
