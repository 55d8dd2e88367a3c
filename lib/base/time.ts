export const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
/** What a timer can wait: 24.8 days. One that is to wait longer goes off at once instead. */
export const TIMER_MOST_MS = 2 ** 31 - 1;
