import { invalid } from './refused';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const KEY = /^[0-9a-f-]{36}(?:_upsampled|_4k_upsampled)?$/;

// A list of exactly that many slots.
export function slots(value: unknown, path: string, ...lengths: number[]): unknown[] {
  if (!Array.isArray(value) || !lengths.includes(value.length)) {
    throw invalid(`${path}: expected a list of ${lengths.join(' or ')}`);
  }
  return value;
}

export function list(value: unknown, path: string, min: number, max: number): unknown[] {
  if (!Array.isArray(value) || value.length < min || value.length > max) {
    throw invalid(`${path}: expected a list of ${min} to ${max}`);
  }
  return value;
}

// All slots but those that are named hold nothing.
export function othersNull(values: unknown[], path: string, ...named: number[]): void {
  const odd = values.findIndex((value, slot) => value !== null && !named.includes(slot));
  if (odd >= 0) throw invalid(`${path}[${odd}]: expected null`);
}

export function text(value: unknown, path: string, form = /\S/): string {
  if (typeof value !== 'string' || !form.test(value)) {
    throw invalid(`${path}: expected a text of the right form`);
  }
  return value;
}

export const uuid = (value: unknown, path: string) => text(value, path, UUID);
export const mediaKey = (value: unknown, path: string) => text(value, path, KEY);
// The page writes those that it makes up itself in capitals.
export const ownUuid = (value: unknown, path: string) =>
  text(text(value, path, /^[0-9A-F-]+$/).toLowerCase(), path, UUID).toUpperCase();

export function integer(value: unknown, path: string, min: number, max: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max) {
    throw invalid(`${path}: expected an integer from ${min} to ${max}`);
  }
  return value;
}

export function exactly(value: unknown, path: string, wanted: unknown): void {
  if (JSON.stringify(value) !== JSON.stringify(wanted)) {
    throw invalid(`${path}: expected ${JSON.stringify(wanted)}`);
  }
}
