const STEPS = [1, 2, 5, 10];
const LINES = 4;
/** A limit that is further up than this would press the bars flat. */
const LIMIT_WITHIN = 3;

/** Where the lines of a chart are. Credits. */
export interface Scale {
  readonly top: number;
  readonly lines: readonly number[];
  /** Whether the limit is on the chart; else it is above it. */
  readonly hasLimit: boolean;
}

/**
 * Round numbers for the lines of a chart, four or five of them, the lowest 0.
 *
 * @param highest the highest bar, in credits
 */
export function scaleFor(highest: number, limit: number | undefined): Scale {
  const hasLimit = limit !== undefined && limit <= Math.max(highest, 1) * LIMIT_WITHIN;
  const most = Math.max(highest, hasLimit ? limit : 0, LINES);
  const rough = most / LINES;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (STEPS.find((each) => each * power >= rough) ?? 10) * power;
  const count = Math.ceil(most / step);
  return {
    top: count * step,
    lines: Array.from({ length: count + 1 }, (_, index) => index * step),
    hasLimit,
  };
}
