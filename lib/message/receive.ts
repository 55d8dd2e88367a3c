import * as z from 'zod/mini';
import { keysOf } from '@/lib/base/keys-of';
import { channel } from './channel';
import { type Answers, type Commands, commands, type Reports, reports } from './protocol';
import type { Sender } from './sender';

export type CommandHandlers = {
  [Name in keyof Commands]: (data: Commands[Name]) => Promise<Answers[Name]>;
};

export type ReportHandlers = {
  [Name in keyof Reports]: (data: Reports[Name], tab: ReportingTab) => Promise<void>;
};

/** The Flow tab a report came from; its address as the browser knows it. */
export interface ReportingTab {
  readonly tabId: number;
  readonly url: string;
}

interface Entry<Data> {
  readonly maySend: (sender: Sender) => boolean;
  readonly schema: z.ZodMiniType<Data>;
}

const commandTable: { [Name in keyof Commands]: Entry<Commands[Name]> } = commands;
const reportTable: { [Name in keyof Reports]: Entry<Reports[Name]> } = reports;

/**
 * Registers all commands.
 *
 * @param ready each waits for it
 */
export function onCommands(handlers: CommandHandlers, ready: Promise<void>): void {
  const on = <Name extends keyof Commands>(name: Name) =>
    register<Commands[Name]>(name, commandTable[name], ready, handlers[name]);
  keysOf(commands).forEach(on);
}

/**
 * Registers all reports.
 *
 * @param ready each waits for it
 */
export function onReports(handlers: ReportHandlers, ready: Promise<void>): void {
  const on = <Name extends keyof Reports>(name: Name) =>
    register<Reports[Name]>(name, reportTable[name], ready, handlers[name]);
  keysOf(reports).forEach(on);
}

function register<Data>(
  name: string,
  { maySend, schema }: Entry<Data>,
  ready: Promise<void>,
  handle: (data: Data, tab: ReportingTab) => Promise<unknown>,
): void {
  channel.onMessage(name, async ({ data, sender }) => {
    const parsed = z.safeParse(schema, data);
    if (!maySend(sender) || !parsed.success) throw new Error(`Message not allowed: ${name}`);
    await ready;
    return handle(parsed.data, {
      tabId: sender.tab?.id ?? -1,
      url: sender.tab?.url ?? sender.url ?? '',
    });
  });
}
