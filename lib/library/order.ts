import type { Group } from './versions';

export const ORDERS = ['newest', 'flow', 'title'] as const;

/** By the moment of the newest version, as Flow lists them, or by title. */
export type Order = (typeof ORDERS)[number];

/** What no list of Flow's has shown yet stands before all that were listed. */
const NOT_LISTED_YET = -1;

type Compare = (one: Group, other: Group) => number;

/** @param compareTitles as the language of the page compares them */
export function inOrder(
  groups: readonly Group[],
  order: Order,
  compareTitles: (one: string, other: string) => number,
): readonly Group[] {
  const byMoment: Compare = ({ versions: [one] }, { versions: [other] }) =>
    other.recipe.at - one.recipe.at;
  const byPosition: Compare = (one, other) => positionOf(one) - positionOf(other);
  const byTitle: Compare = ({ versions: [one] }, { versions: [other] }) =>
    compareTitles(one.title, other.title);
  const compare = {
    newest: [byMoment, byPosition],
    flow: [byPosition, byMoment],
    title: [byTitle, byMoment],
  }[order];
  return groups.toSorted(
    (one, other) =>
      compare.map((each) => each(one, other)).find((difference) => difference !== 0) ??
      one.key.localeCompare(other.key),
  );
}

/** Where Flow lists the first of a group that it lists at all. */
function positionOf({ versions }: Group): number {
  const listed = versions.flatMap(({ media }) => media.position ?? []);
  return listed.length > 0 ? Math.min(...listed) : NOT_LISTED_YET;
}
