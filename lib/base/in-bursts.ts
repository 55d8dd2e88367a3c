/**
 * A step that need not run for each of a burst of changes, since it looks at how things are when it
 * runs. It runs at once; however often it is wanted meanwhile, it runs once more.
 *
 * @param failed told what the step threw; the next run is not kept from its turn
 */
export function inBursts(step: () => Promise<void>, failed: (error: unknown) => void): () => void {
  let isRunning = false;
  let isWanted = false;

  async function run(): Promise<void> {
    isRunning = true;
    while (isWanted) {
      isWanted = false;
      await step().catch(failed);
    }
    isRunning = false;
  }

  return () => {
    isWanted = true;
    if (!isRunning) void run();
  };
}
