import { describe, expect, it } from 'vitest';
import { releaseFaults, releaseNotes } from './release-notes';

const changelog = `# Changelog

## 0.3.0 (2026-11-20)

- The side panel.
- The ledger.

## 0.2.0 (2026-11-10)

- Reshoot.
`;
const release = { tag: 'v0.3.0', version: '0.3.0', lockedVersion: '0.3.0', changelog };

it('the notes of a release are what the changelog says of its version alone', () => {
  expect(releaseNotes(changelog, '0.3.0')).toBe('- The side panel.\n- The ledger.');
  expect(releaseNotes(changelog, '0.2.0')).toBe('- Reshoot.');
  expect(releaseNotes(changelog, '0.3')).toBeUndefined();
  expect(releaseNotes('## 0.3.0 (2026-11-20)\n\n## 0.2.0\n', '0.3.0')).toBeUndefined();
});

describe('a release', () => {
  it('may go out where tag, versions and changelog agree', () => {
    expect(releaseFaults(release)).toEqual([]);
  });

  it('needs no tag in a dry run, and may have lines of no version then', () => {
    const begun = `## Unreleased\n\n- The library.\n\n${changelog}`;
    expect(releaseFaults({ ...release, tag: undefined, changelog: begun })).toEqual([]);
  });

  it.each([
    ['its tag', { tag: 'v0.4.0' }, 'The tag is v0.4.0, but package.json has the version 0.3.0.'],
    [
      'a tag without v',
      { tag: '0.3.0' },
      'The tag is 0.3.0, but package.json has the version 0.3.0.',
    ],
    [
      'the lockfile',
      { lockedVersion: '0.2.0' },
      'package-lock.json has the version 0.2.0, package.json 0.3.0.',
    ],
    ['a missing chapter', { changelog: '# Changelog\n' }, 'CHANGELOG.md says nothing of 0.3.0.'],
    [
      'lines of no version',
      { changelog: `## Unreleased\n\n- The library.\n\n${changelog}` },
      'CHANGELOG.md has lines under “Unreleased” that belong to no version.',
    ],
  ])('is stopped by %s', (_, odd, sentence) => {
    expect(releaseFaults({ ...release, ...odd })).toEqual([sentence]);
  });
});
