/** Runs steps one after another, so that read-change-write on one item cannot interleave. */
export function createMutex() {
  let last: Promise<unknown> = Promise.resolve();
  return <Value>(step: () => Promise<Value>): Promise<Value> => {
    const next = last.then(step, step);
    last = next;
    return next;
  };
}
