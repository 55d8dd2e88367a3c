import type { Launched } from '../../browsers/launch';

/** Counts, from now on, the calls of the background that found nobody: the net was broken for them. */
export async function countFailedFetches({
  worker,
}: Pick<Launched, 'worker'>): Promise<() => Promise<number>> {
  const background = await worker();
  await background.evaluate(() => {
    const { fetch } = globalThis;
    const count = { failed: 0 };
    const counting: typeof fetch = async (...call) => {
      try {
        return await fetch(...call);
      } catch (error) {
        count.failed += 1;
        throw error;
      }
    };
    Object.assign(globalThis, { count, fetch: counting });
  });
  return () =>
    background.evaluate(
      () => (globalThis as unknown as { count: { failed: number } }).count.failed,
    );
}
