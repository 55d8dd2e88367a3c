import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';

const FOLDER = '.github/workflows/';
const files = readdirSync(FOLDER);
const read = (name: string): string => readFileSync(FOLDER + name, 'utf8');

const usesIn = (text: string): string[] =>
  [...text.matchAll(/\buses:\s*(.*)$/gm)].map(([, use = '']) => use);
/** An action of an owner's repository, by its commit, and the version that this is. */
const PINNED = /^[\w.-]+\/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;
const unpinned = (text: string): string[] => usesIn(text).filter((use) => !PINNED.test(use));

const numbers = (text: string | undefined): number[] =>
  [...(text ?? '').matchAll(/\d+/g)].map(Number);
const readme = readFileSync('README.md', 'utf8');
const { engines } = z
  .object({ engines: z.object({ node: z.string() }) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));
/** The oldest major that package.json lets in, and those that README says it was run on. */
const oldest = numbers(engines.node)[0];
const ranOn = [
  ...(/^Run on Node (.*?)\)/m.exec(readme)?.[1] ?? '').matchAll(/(\d+)\.\d+\.\d+/g),
].map(([, major]) => Number(major));

it('there is one to check and one to release', () => {
  expect(files.sort()).toEqual(['check.yml', 'release.yml']);
});

describe.each(files)('%s', (name) => {
  const text = read(name);

  it('uses actions by their commits, with the version beside', () => {
    expect(usesIn(text).length).toBeGreaterThan(2);
    expect(unpinned(text)).toEqual([]);
  });

  it('uses one commit of each action, as the other file does', () => {
    const all = new Set(files.flatMap((each) => usesIn(read(each))));
    const actions = [...all].map((use) => use.split('@')[0]);
    expect(actions).toEqual([...new Set(actions)]);
  });

  it('may read unless a job says more, and leaves no credentials in the folder', () => {
    expect(/^permissions:\n(?: {2}.*\n)+/m.exec(text)?.[0]).toBe(
      'permissions:\n  contents: read\n',
    );
    const checkouts = text.match(/actions\/checkout@.*\n\s+with:\n\s+persist-credentials: false/g);
    expect(checkouts).toHaveLength(text.match(/actions\/checkout@/g)?.length ?? 0);
  });

  it('names no host, and puts nothing of an event into a command', () => {
    expect(text).not.toMatch(/:\/\/|registry/);
    const commands = text.match(/run:.*$/gm) ?? [];
    expect(commands.length).toBeGreaterThan(0);
    expect(commands.filter((command) => command.includes('${{'))).toEqual([]);
  });
});

it('the check runs on the Node versions that README and package.json name', () => {
  const matrix = numbers(/node: \[(.*)\]/.exec(read('check.yml'))?.[1]);
  expect(matrix).toEqual(ranOn);
  expect(Math.min(...matrix)).toBe(oldest);
});

it('a release is made with the oldest of them, and only its last job may write', () => {
  const text = read('release.yml');
  expect(numbers(/node-version: (.*)/.exec(text)?.[1])).toEqual([oldest]);
  expect(text.match(/contents: write/g)).toHaveLength(1);
  const [before = '', draft = ''] = text.split('\n  draft:\n');
  expect(before).not.toContain(': write');
  expect(draft).not.toMatch(/npm|checkout/);
});

it('a release is a dry run unless somebody says otherwise or pushes a tag', () => {
  const text = read('release.yml');
  expect(text).toMatch(/dry_run:\n(?: {8}.*\n)* {8}default: true\n/);
  expect(text).toContain(
    "if: github.ref_type == 'tag' && (github.event_name == 'push' || !inputs.dry_run)",
  );
});

it('an action by its tag, by a short commit, or without its version is found', () => {
  const commit = '0'.repeat(40);
  const odd = ['a/b@v7', 'a/b@main # v1.0.0', `a/b@${commit}`, `a/b@${commit.slice(1)} # v1.0.0`];
  expect(unpinned(odd.map((use) => `- uses: ${use}\n`).join(''))).toEqual(odd);
  expect(unpinned(`- uses: a/b@${commit} # v1.0.0\n`)).toEqual([]);
});
