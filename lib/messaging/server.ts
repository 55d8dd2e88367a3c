import * as z from 'zod/mini';
import { keysOf } from '@/lib/base/keys-of';
import { channel } from './channel';
import {
  type AnswerOf,
  type CommandName,
  commands,
  type DataOf,
  type Protocol,
  type ReportName,
  reports,
} from './protocol';
import type { Sender } from './sender';

export type CommandHandlers = {
  [Name in CommandName]: (data: DataOf<Name>) => Promise<AnswerOf<Name>>;
};

export type ReportHandlers = {
  [Name in ReportName]: (data: DataOf<Name>, tab: ReportingTab) => Promise<AnswerOf<Name>>;
};

/** The Flow tab a report came from; its URL as the browser knows it. */
export interface ReportingTab {
  readonly tabId: number;
  readonly url: string;
}

/** What is checked of a message before it is handled. */
interface Check<Data> {
  readonly maySend: (sender: Sender) => boolean;
  readonly schema: z.ZodMiniType<Data>;
}

const commandTable: { [Name in CommandName]: Check<DataOf<Name>> } = commands;
const reportTable: { [Name in ReportName]: Check<DataOf<Name>> } = reports;

/**
 * Registers all commands.
 *
 * @param ready each waits for it
 * @param heard told of each that may be sent
 */
export function onCommands(
  handlers: CommandHandlers,
  ready: Promise<void>,
  heard: () => void,
): void {
  const on = <Name extends CommandName>(name: Name) =>
    register<Name>(name, commandTable[name], ready, (data) => {
      heard();
      return handlers[name](data);
    });
  keysOf(commands).forEach(on);
}

/**
 * Registers all reports.
 *
 * @param ready each waits for it
 */
export function onReports(handlers: ReportHandlers, ready: Promise<void>): void {
  const on = <Name extends ReportName>(name: Name) =>
    register<Name>(name, reportTable[name], ready, handlers[name]);
  keysOf(reports).forEach(on);
}

function register<Name extends keyof Protocol>(
  name: Name,
  { maySend, schema }: Check<DataOf<Name>>,
  ready: Promise<void>,
  handle: (data: DataOf<Name>, tab: ReportingTab) => Promise<AnswerOf<Name>>,
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
