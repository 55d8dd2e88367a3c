import { invalid } from './refusal';

export type Fields = Record<string, unknown>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const join = (path: string, key: string) => (path ? `${path}.${key}` : key);

// Exactly these keys: the real server refuses unknown names, and a missing one is a wrong call.
export function fields(value: unknown, path: string, keys: readonly string[]): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalid(path || 'body', 'Expected an object.');
  }
  const record: Fields = { ...value };
  for (const key of Object.keys(record)) {
    if (!keys.includes(key)) {
      throw invalid(join(path, key), `Unknown name "${key}": Cannot find field.`);
    }
  }
  for (const key of keys) {
    if (!(key in record)) throw invalid(join(path, key), 'Missing required field.');
  }
  return record;
}

export function list(value: unknown, path: string, min: number, max: number): unknown[] {
  if (!Array.isArray(value) || value.length < min || value.length > max) {
    throw invalid(path, `Expected a list of ${min} to ${max}.`);
  }
  return value;
}

export function text(value: unknown, path: string, form?: RegExp): string {
  if (typeof value !== 'string' || value.trim() === '' || (form && !form.test(value))) {
    throw invalid(path, 'Expected a text of the right form.');
  }
  return value;
}

export const uuid = (value: unknown, path: string) => text(value, path, UUID);

export function integer(value: unknown, path: string, min: number, max: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max) {
    throw invalid(path, `Expected an integer from ${min} to ${max}.`);
  }
  return value;
}

export function oneOf<Value extends string>(
  value: unknown,
  path: string,
  values: readonly Value[],
): Value {
  const found = values.find((each) => each === value);
  if (found === undefined) throw invalid(path, `Expected one of ${values.join(', ')}.`);
  return found;
}
