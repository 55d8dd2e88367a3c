import { channel } from './channel';
import type { Answers, Commands, Reports } from './protocol';

/** Sends a command from a view to the background and resolves with its answer. */
export async function sendCommand<Name extends keyof Commands>(
  name: Name,
  data: Commands[Name],
): Promise<Answers[Name]> {
  // Our own background answers, by the same table: `receive.ts` is held to it.
  return (await channel.sendMessage(name, data)) as Answers[Name];
}

/** Tells the background a fact, from a content script. */
export async function sendReport<Name extends keyof Reports>(
  name: Name,
  data: Reports[Name],
): Promise<void> {
  await channel.sendMessage(name, data);
}
