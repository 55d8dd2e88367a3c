import type { PageAction } from '@/lib/flow/started';
import { type Entry, finderIn, sourcesIn } from './entry';

/** Versions of one clip or image, the newest first. Most have one. */
export interface Group {
  /** Media id of the version that all began with: it stays when others are made. */
  readonly key: string;
  readonly versions: Versions;
}

export type Versions = readonly [Entry, ...Entry[]];

/**
 * What makes another version of its source. An extension goes on where its source ends: both are wanted
 * in a film, so it is a clip of its own.
 */
const MAKES_VERSION: ReadonlySet<PageAction | undefined> = new Set(['reshoot', 'upscale', 'edit']);

/**
 * Puts the versions of one clip together: what Flow keeps in one workflow, and what was reshot,
 * upscaled or edited with what it was made from. A clip and an image are never one.
 */
export function groupVersions(entries: readonly Entry[]): Group[] {
  const find = finderIn(entries);
  const leads = new Map<Entry, Entry>(entries.map((entry) => [entry, entry]));

  function leadOf(entry: Entry): Entry {
    let lead = entry;
    for (let next = leads.get(lead); next && next !== lead; next = leads.get(lead)) lead = next;
    leads.set(entry, lead);
    return lead;
  }

  const workflows = new Map<string, Entry>();
  const parents = new Map<Entry, Entry>();
  for (const entry of entries) {
    const { kind, workflowId } = entry.media;
    if (workflowId !== undefined) {
      const name = `${kind} ${workflowId}`;
      const first = workflows.get(name);
      if (first) leads.set(leadOf(entry), leadOf(first));
      else workflows.set(name, entry);
    }
    const [source] = sourcesIn(entry, find).filter((each) => each.media.kind === kind);
    if (source) parents.set(entry, source);
    if (source && MAKES_VERSION.has(entry.recipe.madeBy)) leads.set(leadOf(entry), leadOf(source));
  }

  const groups = new Map<Entry, [Entry, ...Entry[]]>();
  for (const entry of entries) {
    const lead = leadOf(entry);
    const group = groups.get(lead);
    if (group) group.push(entry);
    else groups.set(lead, [entry]);
  }
  return [...groups.values()].map((group) => groupOf(newestFirst(group, parents)));
}

const groupOf = (versions: Versions): Group => ({
  key: (versions.at(-1) ?? versions[0]).media.id,
  versions,
});

/** A result stands before its source, also where both turned up here at once. */
function newestFirst(
  [first, ...others]: [Entry, ...Entry[]],
  parents: ReadonlyMap<Entry, Entry>,
): Versions {
  if (others.length === 0) return [first];
  const ages = new Map([first, ...others].map((entry) => [entry, ageOf(entry, parents)]));
  const age = (entry: Entry) => ages.get(entry) ?? { at: 0, depth: 0 };
  const [newest = first, ...older] = [first, ...others].sort(
    (one, other) =>
      age(other).at - age(one).at ||
      age(other).depth - age(one).depth ||
      (one.media.position ?? -1) - (other.media.position ?? -1) ||
      one.media.id.localeCompare(other.media.id),
  );
  return [newest, ...older];
}

/** No older than what it was made from, and how many steps it is from the first. */
function ageOf(entry: Entry, parents: ReadonlyMap<Entry, Entry>) {
  const seen = new Set([entry]);
  let { at } = entry.recipe;
  for (let next = parents.get(entry); next && !seen.has(next); next = parents.get(next)) {
    seen.add(next);
    at = Math.max(at, next.recipe.at);
  }
  return { at, depth: seen.size };
}
