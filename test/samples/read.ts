import { readFileSync } from 'node:fs';

/** The text of one recorded exchange, such as `extend.request`. */
export const sampleText = (name: string): string =>
  readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8');

/** The same, as a value. */
export const sample = (name: string): unknown => JSON.parse(sampleText(name));
