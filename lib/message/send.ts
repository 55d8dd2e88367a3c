import type { Answers } from './answers';
import { channel } from './channel';
import type { Commands, Reports } from './protocol';

// The library's overloads cannot follow a generic name; both ends are typed by the same map.
const send = channel.sendMessage as (name: string, data: unknown) => Promise<unknown>;

/** Sends a command from a view to the background and resolves with its answer. */
export const sendCommand = <Name extends keyof Commands>(
  name: Name,
  data: Commands[Name],
): Promise<Answers[Name]> => send(name, data) as Promise<Answers[Name]>;

/** Tells the background a fact, from a content script. */
export const sendReport = <Name extends keyof Reports>(
  name: Name,
  data: Reports[Name],
): Promise<void> => send(name, data) as Promise<void>;
