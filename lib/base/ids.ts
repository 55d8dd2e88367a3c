/** A fresh uuid v4, the form Flow uses for `metadata.sceneId`. */
export const newId = (): string => crypto.randomUUID();

export const SEED_MAX = 99_999;

/** A whole number from 0 to 99999, both included: the range of Flow's own seeds. */
export function randomSeed(): number {
  const [word = 0] = crypto.getRandomValues(new Uint32Array(1));
  return word % (SEED_MAX + 1);
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Any version and variant, as `z.guid()` has it in the schemas: what one takes, the other takes. */
export const isUuid = (text: string): boolean => UUID.test(text);
