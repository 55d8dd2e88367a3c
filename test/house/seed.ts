/**
 * What all inputs at random are made from. `npm test` makes the same ones each time, so that it is
 * as green tomorrow as today; `SEED=… npm run unit` looks at others.
 */
export const SEED = Number(process.env.SEED ?? 1);
