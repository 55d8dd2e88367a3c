import { expect, type Page } from '@playwright/test';
import { MOVE_TERMS, type Move, moveToWire } from '@/lib/flow/moves';
import type { Call, Twin } from '../../twin/twin';
import { CLIPS } from '../../twin/world';
import { Composer } from './composer';
import { showEveryJob } from './job-list';

const posts = (twin: Twin, path: string): Call[] =>
  twin.calls.filter((call) => call.method === 'POST' && call.path.includes(path));

/** Every submit that reached Flow, accepted or not. */
export const submitCalls = (twin: Twin): Call[] => posts(twin, 'batchAsync');
export const statusCalls = (twin: Twin): Call[] => posts(twin, 'batchCheckAsync');

export const sceneOf = ({ body }: Call): string =>
  /"sceneId":"([^"]+)"/.exec(body ?? '')?.[1] ?? '';

export const balanceOf = (twin: Twin, email = 'ada@example.com'): number =>
  twin.accounts.find((account) => account.email === email)?.balance ?? Number.NaN;

/**
 * A sceneId may go out again only after an answer that proves that nothing was started (4xx). After
 * any other outcome nothing more of it may reach Flow.
 */
export function sentTwice(twin: Twin): string[] {
  const settled = new Set<string>();
  const twice: string[] = [];
  for (const call of submitCalls(twin)) {
    const scene = sceneOf(call);
    if (settled.has(scene)) twice.push(`${scene}: ${call.status} ${call.reason ?? ''}`);
    if (call.status < 400 || call.status >= 500) settled.add(scene);
  }
  return twice;
}

export interface Truth {
  /** Submits that reached Flow, those it took, and the credits it charged for them. */
  readonly reached: number;
  readonly accepted: number;
  readonly charged: number;
}

/** What Flow itself knows of a test: calls, accepted submits, credits, and nothing sent twice. */
export function expectTruth(twin: Twin, { reached, accepted, charged }: Truth): void {
  const prices = twin.submits.map(({ price }) => price);
  expect({
    reached: submitCalls(twin).length,
    accepted: twin.submits.length,
    charged: prices.reduce((sum, price) => sum + price, 0),
    scenes: new Set(twin.submits.map(({ sceneId }) => sceneId)).size,
    twice: sentTwice(twin),
  }).toEqual({ reached, accepted, charged, scenes: accepted, twice: [] });
  expect(1540 - balanceOf(twin)).toBe(charged);
}

const WIRE: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(MOVE_TERMS).map(([move, term]) => [term, moveToWire(move as Move)]),
);

/** The value of that move as it stands in the body of a submit: no longer one begins like it. */
export const inBody = (move: string): string => JSON.stringify(WIRE[move] ?? move);

/** What Flow knows of the jobs of these moves alone; of the balance only `expectTruth` can say it. */
export function expectTruthOf(twin: Twin, moves: readonly string[], truth: Truth): void {
  const words = moves.map(inBody);
  const ours = twin.submits.filter(({ move }) => words.includes(JSON.stringify(move)));
  expect(
    {
      reached: submitCalls(twin).filter(({ body = '' }) =>
        words.some((word) => body.includes(word)),
      ).length,
      accepted: ours.length,
      charged: ours.reduce((sum, { price }) => sum + price, 0),
    },
    moves.join(' and '),
  ).toEqual(truth);
}

/** One batch for a reshoot of the witch, and the list of jobs once it is stored. */
export async function reshoot(popup: Page, ...moves: string[]): Promise<void> {
  const composer = new Composer(popup);
  await popup.bringToFront();
  await composer.clip(CLIPS.witch.title);
  const chosen = popup.locator('[data-field="moves"]').getByRole('checkbox', { checked: true });
  while ((await chosen.count()) > 0) await chosen.first().uncheck();
  await composer.moves(...moves);
  await composer.press(/^Reshoot \d+ moves? ·/);
  await popup.getByRole('button', { name: /^Jobs:/ }).click();
  await expect(popup.getByRole('heading', { name: 'Jobs' })).toBeVisible();
}

const rowOf = (popup: Page, move: string) =>
  popup.getByRole('listitem').filter({ hasText: new RegExp(`, ${move}(?![a-z,])`) });

/** The state of the job of that move, in the words of the popup. */
export async function expectState(
  popup: Page,
  move: string,
  words: string | RegExp,
  timeout = 10_000,
): Promise<void> {
  const state = rowOf(popup, move).locator('.state');
  // A batch that has just come into the list may still have to be unfolded.
  await expect(async () => {
    await showEveryJob(popup);
    await expect(state).toHaveCount(1, { timeout: 500 });
  }).toPass({ timeout });
  await expect(state).toContainText(words, { timeout });
}

/** What the popup offers for the job of that move: in front, and in its menu. */
export async function expectActions(
  popup: Page,
  move: string,
  main: string,
  ...more: string[]
): Promise<void> {
  const row = rowOf(popup, move);
  await expect(row.getByRole('button', { name: `${main} Reshoot` })).toBeVisible();
  await row.getByRole('button', { name: /^More for Reshoot/ }).click();
  for (const name of more) await expect(row.getByRole('menuitem', { name })).toBeVisible();
  await popup.keyboard.press('Escape');
  await expect(row.getByRole('menu')).toBeHidden();
}
