/**
 * Closes a switch over a union: a new variant no longer compiles.
 *
 * @throws Error when a value that the types rule out arrives all the same.
 */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
