import { readFileSync } from 'node:fs';

/** What the first column of README's Permissions table names: hosts, which have a dot, and permissions. */
export interface Explained {
  readonly hosts: readonly string[];
  readonly permissions: readonly string[];
}

export function explainedPermissions(readme = readFileSync('README.md', 'utf8')): Explained {
  const chapter = /\n## Permissions\n(.*?)\n## /s.exec(readme)?.[1] ?? '';
  const names = [...chapter.matchAll(/^\|([^|]*)\|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  );
  return {
    hosts: names.filter((name) => name.includes('.')),
    permissions: names.filter((name) => !name.includes('.')),
  };
}
