import { signal } from '@preact/signals';

/** Fields whose text may say something that is no number. */
export type TypedField = 'start' | 'startTimecode' | 'end' | 'endTimecode' | 'seed';

/** Text as it was typed and not left yet, or that cannot be read; the draft holds numbers only. */
export const typed = signal<Partial<Record<TypedField, string>>>({});

/** Keeps the text of a field as it was typed. */
export function keepTyped(field: TypedField, text: string): void {
  typed.value = { ...typed.value, [field]: text };
}

/** Forgets the text of these fields: they show the draft's numbers again. */
export function dropTyped(...fields: TypedField[]): void {
  if (fields.every((field) => typed.value[field] === undefined)) return;
  typed.value = Object.fromEntries(
    Object.entries(typed.value).filter(([field]) => !fields.some((gone) => gone === field)),
  );
}

/** A whole number as people type it; undefined when it is none. */
export function parseWhole(text: string): number | undefined {
  return /^\s*[-−]?\d{1,15}\s*$/.test(text) ? Number(text.replace('−', '-')) : undefined;
}
