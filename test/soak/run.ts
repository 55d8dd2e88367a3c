import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { removeFolder } from '../browsers/remove-folder';
import { sentTwice, submitCalls } from '../e2e/support/truth';
import { startTwin } from '../twin/twin';
import { type Comparison, compare } from './compare';
import { createChance } from './random';
import type { JobRecord, Records } from './records';
import { openPerson, type Person } from './user';
import { createWeather } from './weather';

export interface SoakOptions {
  readonly jobs: number;
  readonly seed: number;
  /** Of all submit and status calls, 0 to 1. */
  readonly share: number;
  /**
   * Mean time between two kills of the worker, and how often the browser is closed and reopened.
   */
  readonly killEveryMs: number;
  readonly restarts: number;
  /** The run ends here, whatever the state. */
  readonly limitMs: number;
  say(line: string): void;
}

export interface SoakReport extends Comparison {
  readonly states: Readonly<Record<string, number>>;
  readonly open: number;
  readonly twice: readonly string[];
  readonly submitCalls: number;
  readonly accepted: number;
  readonly calls: number;
  readonly faults: ReadonlyMap<string, number>;
  readonly kills: number;
  readonly restarts: number;
  readonly resumes: number;
  /** Jobs that were unknown at any time, and that still are. */
  readonly wereUnknown: number;
  readonly stillUnknown: number;
  /**
   * Unknown ones that Flow had taken: a minute after all else had ended, and after the page was
   * reloaded.
   */
  readonly takenBeforeReload: number;
  readonly unknownTaken: number;
  readonly ms: number;
}

const LOOK_EVERY_MS = 400;
const SETTLE_MS = 60_000;
const RELOADED_MS = 10_000;
const TELL_EVERY_MS = 30_000;
const OPEN: readonly JobRecord['state'][] = ['waiting', 'submitting', 'running'];

const isOpen = ({ state }: JobRecord) => OPEN.includes(state);

/**
 * Sends many jobs through the real extension while calls fail, the worker dies and the browser
 * closes.
 */
export async function runSoak(options: SoakOptions): Promise<SoakReport> {
  const startedAt = Date.now();
  const chance = createChance(options.seed + 2);
  const weather = createWeather(options.seed, options.share);
  const twin = await startTwin({
    mishaps: weather.next,
    durationsMs: { reshoot: 1500, extend: 2500, upscale: 1000 },
  });
  for (const account of twin.accounts) account.balance = 100_000;
  const profile = mkdtempSync(join(tmpdir(), 'second-take-soak-'));
  const count = { kills: 0, restarts: 0, resumes: 0, wished: 0 };
  const unknown = new Set<string>();
  let user: Person = await openPerson(twin, profile);
  let nextKillAt = startedAt + options.killEveryMs * (0.5 + chance.next());
  let calmSince: number | undefined;
  let toldAt = startedAt;
  let takenAtReload: number | undefined;

  const turn = async (): Promise<Records> => {
    if (count.wished < options.jobs) {
      count.wished += await user.batch(options.jobs - count.wished, count.wished);
      options.say(`${count.wished} jobs wished for`);
    }
    const records = await user.records();
    for (const { id, state } of records.jobs) if (state === 'unknown') unknown.add(id);
    const ended = records.jobs.filter((job) => !isOpen(job)).length;
    if (await user.resume(records)) count.resumes += 1;
    if (Date.now() - toldAt > TELL_EVERY_MS) {
      toldAt = Date.now();
      options.say(`${ended} of ${records.jobs.length} jobs ended`);
    }
    const restartAt = (options.jobs * (count.restarts + 1)) / (options.restarts + 1);
    if (count.restarts < options.restarts && ended >= restartAt) {
      await user.close();
      user = await openPerson(twin, profile);
      count.restarts += 1;
      options.say(`browser closed and reopened after ${ended} jobs`);
    } else if (ended < count.wished && Date.now() >= nextKillAt) {
      await user.killWorker();
      count.kills += 1;
      nextKillAt = Date.now() + options.killEveryMs * (0.5 + chance.next());
    }
    return records;
  };

  const takenUnknown = (records: Records) =>
    records.jobs.filter(
      ({ id, state }) => state === 'unknown' && twin.submits.some(({ sceneId }) => sceneId === id),
    ).length;

  try {
    let records = await turn();
    for (;;) {
      await wait(LOOK_EVERY_MS);
      records = await turn();
      if (Date.now() - startedAt > options.limitMs) break;
      const allIn = count.wished >= options.jobs && records.jobs.length >= count.wished;
      if (!allIn || records.jobs.some(isOpen)) continue;
      calmSince ??= Date.now();
      const calmMs = Date.now() - calmSince;
      if (takenUnknown(records) === 0 || calmMs > SETTLE_MS + RELOADED_MS) break;
      if (calmMs > SETTLE_MS && takenAtReload === undefined) {
        takenAtReload = takenUnknown(records);
        await user.reload();
      }
    }
    const states: Record<string, number> = {};
    for (const { state, failure } of records.jobs) {
      const name = failure ? `${state} (${failure.kind}, charged ${failure.charged})` : state;
      states[name] = (states[name] ?? 0) + 1;
    }
    return {
      ...compare(twin.submits, records),
      states,
      open: records.jobs.filter(isOpen).length + (options.jobs - count.wished),
      twice: sentTwice(twin),
      submitCalls: submitCalls(twin).length,
      accepted: twin.submits.length,
      calls: weather.calls,
      faults: weather.faults,
      ...{ kills: count.kills, restarts: count.restarts, resumes: count.resumes },
      wereUnknown: unknown.size,
      stillUnknown: records.jobs.filter(({ state }) => state === 'unknown').length,
      takenBeforeReload: takenAtReload ?? 0,
      unknownTaken: takenUnknown(records),
      ms: Date.now() - startedAt,
    };
  } finally {
    await user.close();
    await twin.stop();
    await removeFolder(profile);
  }
}
