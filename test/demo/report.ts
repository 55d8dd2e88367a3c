import type { Submit, Twin } from '../twin/twin';

/** One line of the list of jobs, as the popup shows it. */
export interface Row {
  readonly name: string;
  readonly state: string;
}

/** Prints one line for each job as soon as it has ended. Returns the rows once all have. */
export async function follow(
  read: () => Promise<Row[]>,
  jobs: number,
  limitMs: number,
): Promise<Row[]> {
  const told = new Set<number>();
  const startedAt = Date.now();
  for (;;) {
    // The list shows the newest first; counted from its end a row keeps its number.
    const rows = (await read()).reverse();
    rows.forEach((row, index) => {
      if (told.has(index) || !isOver(row)) return;
      told.add(index);
      console.log(
        `  ${String(told.size).padStart(2)}/${jobs}  ${row.name.padEnd(52)} ${row.state}`,
      );
    });
    if (told.size >= jobs || Date.now() - startedAt > limitMs) return rows;
    await new Promise((done) => setTimeout(done, 500));
  }
}

export const isDone = ({ state }: Row): boolean => state.startsWith('Done');

const isOver = ({ state }: Row): boolean => /^(Done|Failed|Cancelled|Unknown)/.test(state);

const ACTIONS = ['reshoot', 'extend', 'upscale', 'references'] as const;

/** The table at the end: what the twin was sent, what it charged, and how the jobs ended. */
export function printTable(twin: Twin, rows: readonly Row[]): void {
  const line = (...cells: (string | number)[]) =>
    console.log(
      `  ${String(cells[0]).padEnd(14)}${cells
        .slice(1)
        .map((cell) => String(cell).padStart(12))
        .join('')}`,
    );
  console.log('');
  line('action', 'submits', 'sceneIds', 'credits', 'done');
  for (const action of ACTIONS) {
    const submits = twin.submits.filter((submit) => submit.action === action);
    const done = rows.filter((row) => isDone(row) && row.name.startsWith(VERBS[action]));
    line(action, submits.length, unique(submits), sum(submits), done.length);
  }
  line(
    'all',
    twin.submits.length,
    unique(twin.submits),
    sum(twin.submits),
    rows.filter(isDone).length,
  );
  console.log('');
}

const VERBS = {
  reshoot: 'Reshoot',
  extend: 'Extend',
  upscale: 'Upscale',
  references: 'Make',
} as const;

const unique = (submits: readonly Submit[]) => new Set(submits.map(({ sceneId }) => sceneId)).size;

const sum = (submits: readonly Submit[]) => submits.reduce((total, { price }) => total + price, 0);
