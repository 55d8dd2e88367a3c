import { isUuid } from '@/lib/base/ids';
import { keysOf } from '@/lib/base/keys-of';
import type { ReadCall } from './call-ids';
import { at, listAt, momentAt, textAt, wholeAt } from './positions';
import { isRecord } from './record';
import { readWorkflow } from './workflow';

/** What an answer is about, as it shows by itself: what a read call asks for, or what was started. */
export type Shape = ReadCall | 'submit' | 'images';

/** Shapes that no other answer has; the first that fits counts. */
const SHAPES: Readonly<Record<Shape, (payload: unknown) => boolean>> = {
  media: isRecord,
  submit: (payload) => listAt(payload, 3).some(isRecord) && !listAt(payload, 1).some(isWorkflow),
  contents: (payload) =>
    Array.isArray(at(payload, 1)) &&
    (listAt(payload, 2).some(isRecord) || listAt(payload, 1).some(isWorkflow)) &&
    !listAt(payload, 0).some(isRecord),
  status: (payload) => !Array.isArray(at(payload, 1)) && listAt(payload, 2).some(hasStatus),
  images: (payload) => listAt(payload, 0).some(isRecord) && !Array.isArray(at(payload, 2)),
  models: (payload) => listAt(payload, 0, 4).some(isFamily),
  projects: (payload) => listAt(payload, 0).some(isProject),
  // [balance, …, …, tier, …, credits of the plan]
  credits: (payload) => isNumbers(payload) && [0, 3, 5].every((slot) => isThere(payload, slot)),
};

const isWorkflow = (value: unknown): boolean =>
  readWorkflow(value) !== undefined && textAt(value, 4) !== undefined;

const hasStatus = (value: unknown): boolean =>
  isRecord(value) && wholeAt(value, 5, 8, 0) !== undefined;

const isFamily = (value: unknown): boolean =>
  textAt(value, 0) !== undefined &&
  listAt(value, 1).some((usage) => textAt(usage, 0) !== undefined && Array.isArray(at(usage, 4)));

const isProject = (value: unknown): boolean =>
  isUuid(textAt(value, 0) ?? '') &&
  textAt(value, 1, 0) !== undefined &&
  momentAt(value, 1, 2) !== undefined;

const isNumbers = (payload: unknown): boolean =>
  Array.isArray(payload) &&
  payload.length > 3 &&
  payload.length <= 12 &&
  payload.every((_, slot) => at(payload, slot) === null || isThere(payload, slot));

const isThere = (payload: unknown, slot: number): boolean => wholeAt(payload, slot) !== undefined;

/** The shape that an answer has unmistakably. */
export const shapeOf = (payload: unknown): Shape | undefined =>
  keysOf(SHAPES).find((shape) => SHAPES[shape](payload));

/** Whether a place holds a list or nothing. */
const isListOrNone = (value: unknown): boolean =>
  value === undefined || value === null || Array.isArray(value);

/**
 * Whether the answer to a call that is known by its id may be what it should be, though it holds nothing
 * to know it by: an account without projects, an empty project, a balance that is not named.
 */
export function maybe(call: ReadCall, payload: unknown): boolean {
  if (!Array.isArray(payload)) return false;
  switch (call) {
    case 'credits':
      return isNumbers(payload);
    case 'models':
      return Array.isArray(at(payload, 0, 4));
    case 'projects':
      return payload.length === 0 || Array.isArray(payload[0]);
    case 'contents':
      return isListOrNone(payload[0]) && isListOrNone(payload[1]) && isListOrNone(payload[2]);
    case 'media':
      return false;
    case 'status':
      return isListOrNone(payload[2]);
  }
}
