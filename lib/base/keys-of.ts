/** The keys of an object that has no others than its type says: a table of constants. */
export const keysOf = <Table extends object>(table: Table): (keyof Table & string)[] =>
  // `Object.keys` gives plain texts, because an object may have more keys than its type.
  Object.keys(table) as (keyof Table & string)[];
