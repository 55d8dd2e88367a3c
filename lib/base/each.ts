/**
 * Does a step for each of several things, one after another; one that fails keeps no other from its turn.
 *
 * @throws what the first failure was, after all others had their turn
 */
export async function forEachOf<Value>(
  values: Iterable<Value>,
  step: (value: Value) => Promise<unknown>,
): Promise<void> {
  const failures: unknown[] = [];
  for (const value of values)
    await step(value).catch((error: unknown) => {
      failures.push(error);
    });
  if (failures.length > 0) throw failures[0];
}

/**
 * The same for all of them at once.
 *
 * @throws the first failure, once every step has ended
 */
export async function forEachAtOnce<Value>(
  values: readonly Value[],
  step: (value: Value) => Promise<unknown>,
): Promise<void> {
  const ends = await Promise.allSettled(values.map(step));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}
