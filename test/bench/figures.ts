/** One figure of the bench: what was measured, in ms, round after round. */
export interface Series {
  readonly name: string;
  readonly ms: readonly number[];
}

/** What a figure is to be compared with, and the aim. */
export interface Aim {
  readonly name: string;
  readonly value: number;
  readonly unit: '×' | 'ms';
  readonly atMost: number;
}

export function quantile(ms: readonly number[], part: number): number {
  const sorted = ms.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

export const median = (ms: readonly number[]): number => quantile(ms, 0.5);

const fixed = (value: number, digits = 1): string => value.toFixed(digits).padStart(9);

/** Prints median and the middle half of each series: machines are shared, so one run is compared. */
export function printSeries(all: readonly Series[]): void {
  console.log(`${''.padEnd(52)}   median      25 %      75 %   rounds`);
  for (const { name, ms } of all)
    console.log(
      `${name.padEnd(52)}${fixed(median(ms))} ${fixed(quantile(ms, 0.25))} ${fixed(quantile(ms, 0.75))} ${String(ms.length).padStart(8)}`,
    );
}

/** Prints each aim and whether this run met it. A bench reports; it does not fail. */
export function printAims(aims: readonly Aim[]): void {
  console.log('');
  for (const { name, value, unit, atMost } of aims) {
    const digits = unit === '×' ? 2 : 1;
    const met = value <= atMost ? 'met    ' : 'not met';
    console.log(
      `${met}  ${name.padEnd(58)} ${fixed(value, digits)} ${unit}, aim ${atMost} ${unit}`,
    );
  }
}
