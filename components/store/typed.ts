import { signal } from '@preact/signals';

/** Fields whose text may say something that is no number. */
export type TypedField = 'start' | 'startTimecode' | 'end' | 'endTimecode' | 'seed';

export type Typed = ReturnType<typeof createTyped>;

/** Text as it was typed and not left yet, or that cannot be read; the draft holds numbers only. */
export function createTyped() {
  const texts = signal<Partial<Record<TypedField, string>>>({});
  return {
    texts,
    /** Keeps the text of a field as it was typed. */
    keep(field: TypedField, text: string): void {
      texts.value = { ...texts.value, [field]: text };
    },
    /** Forgets the text of these fields: they show the draft's numbers again. */
    drop(...fields: TypedField[]): void {
      if (fields.every((field) => texts.value[field] === undefined)) return;
      texts.value = Object.fromEntries(
        Object.entries(texts.value).filter(([field]) => !fields.some((gone) => gone === field)),
      );
    },
  };
}

/** A whole number as people type it; undefined when it is none. */
export function parseWhole(text: string): number | undefined {
  return /^\s*[-−]?\d{1,15}\s*$/.test(text) ? Number(text.replace('−', '-')) : undefined;
}
