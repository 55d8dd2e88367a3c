import type { Answers } from './answers';
import { channel } from './channel';
import { type Commands, commandSchemas, type Reports, reportSchemas } from './protocol';
import { isFlowFrame, isOwnPage, type Sender } from './sender';

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

/** Registers all commands. Only the extension's own pages may send them. */
export function onCommands(handlers: CommandHandlers): void {
  for (const name of Object.keys(commandSchemas) as (keyof Commands)[])
    register(name, commandSchemas[name], isOwnPage, handlers[name]);
}

/** Registers all reports. Only the top frame of a Flow page may send them. */
export function onReports(handlers: ReportHandlers): void {
  for (const name of Object.keys(reportSchemas) as (keyof Reports)[])
    register(name, reportSchemas[name], isFlowFrame, handlers[name]);
}

interface Parser {
  safeParse(value: unknown): { success: true; data: unknown } | { success: false };
}

function register(
  name: keyof Commands | keyof Reports,
  schema: Parser,
  allowed: (sender: Sender) => boolean,
  handle: unknown,
): void {
  const run = handle as (data: unknown, tab: ReportingTab) => Promise<never>;
  channel.onMessage(name, ({ data, sender }) => {
    const parsed = schema.safeParse(data);
    if (!allowed(sender) || !parsed.success) throw new Error(`Message not allowed: ${name}`);
    return run(parsed.data, {
      tabId: sender.tab?.id ?? -1,
      url: sender.tab?.url ?? sender.url ?? '',
    });
  });
}
