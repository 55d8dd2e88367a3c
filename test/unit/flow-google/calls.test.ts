import { describe, expect, it } from 'vitest';
import { idOf, READ_IDS, VERIFIED_IDS } from '@/lib/flow-google/call-ids';
import { callOf } from '@/lib/flow-google/calls';
import { google, withAt } from './samples';

const EVERY = [
  ['credits', 'credits'],
  ['models', 'models'],
  ['projects', 'projects'],
  ['contents', 'contents'],
  ['media', 'media'],
  ['status', 'status-running'],
] as const;

describe('the call that an answer belongs to', () => {
  it.each(EVERY)('is %s by its shape alone, and its id is learned', (call, name) => {
    expect(callOf('xYz12', google(name), {})).toEqual({
      shape: call,
      by: 'shape',
      learned: { call, id: 'xYz12' },
    });
  });

  it.each(EVERY)('is %s by the id of the table, which the page has confirmed', (call, name) => {
    const id = READ_IDS[call];
    const found = { shape: call, by: 'table', learned: { call, id } };
    expect(callOf(id, google(name), {})).toEqual(found);
  });

  it.each(EVERY)('is %s by an id of the page’s own traffic', (call, name) => {
    expect(callOf('xYz12', google(name), { [call]: 'xYz12' })).toEqual({ shape: call, by: 'page' });
  });

  it.each(EVERY)('is %s by its shape where its id stands for another call', (call, name) => {
    const other = call === 'credits' ? 'models' : 'credits';
    expect(callOf(READ_IDS[other], google(name), {})).toEqual({ shape: call, by: 'shape' });
    expect(callOf('xYz12', google(name), { [other]: 'xYz12' })).toEqual({
      shape: call,
      by: 'shape',
    });
  });

  it.each(EVERY)(
    'teaches nothing of %s by an id that generates or changes something',
    (_call, name) => {
      for (const id of [...Object.values(VERIFIED_IDS), 'QI2zvc', 'pGCYOe'])
        expect(callOf(id, google(name), {})).not.toHaveProperty('learned');
    },
  );

  it('is a submit, with what was started where its id is known', () => {
    const submit = google('submit');
    expect(callOf('fZytfe', submit, {})).toEqual({
      shape: 'submit',
      startedBy: 'extend',
      by: 'table',
    });
    expect(callOf('xYz12', submit, {})).toEqual({ shape: 'submit', by: 'shape' });
    expect(callOf('ogiZ0b', google('images'), {})).toMatchObject({
      shape: 'images',
      startedBy: 'images',
    });
  });

  it.each([
    ['projects', []],
    ['contents', [null, [], [], [['achird', 3, 'Achird']]]],
    ['contents', []],
    ['status', [null, 5]],
    ['credits', [null, 1, 2, 3]],
    ['models', [[null, null, null, null, []]]],
  ] as const)('is %s by its id where there is nothing in it: %j', (call, payload) => {
    expect(callOf(READ_IDS[call], payload, {})).toEqual({ shape: call, by: 'table' });
    expect(callOf('xYz12', payload, { [call]: 'xYz12' })).toEqual({ shape: call, by: 'page' });
    expect(callOf('xYz12', payload, {})).toBeUndefined();
  });

  it.each([
    ['credits', [5, 'words']],
    ['credits', [5, 1]],
    ['credits', { 0: 5 }],
    ['models', [[]]],
    ['projects', ['words']],
    ['contents', [null, 'words']],
    ['media', []],
    ['media', [null, null]],
    ['status', [null, null, 'words']],
    ['status', 'words'],
  ] as const)(
    'is none where its id is known and it holds something else: %s, %j',
    (call, payload) => {
      expect(callOf(READ_IDS[call], payload, {})).toBeUndefined();
    },
  );

  it.each([
    ['a number of numbers', [1, 2, 3]],
    ['longer lists of numbers', Array.from({ length: 40 }, () => 3)],
    ['voices', [['achird', 3, 'Achird']]],
    ['a new project', ['3cef0724-8ab8-54fa-a714-f9e0a61cf84c', ['Ponds']]],
    ['records without a status', withAt(google('status-running'), [2, 0, 5, 8], null)],
    ['words', 'words'],
    ['nothing', null],
  ])('is none by the shape of %s', (_, payload) => {
    expect(callOf('xYz12', payload, {})).toBeUndefined();
  });
});

it('the page’s own id is asked for before that of the table', () => {
  expect(idOf('credits', {})).toEqual({ id: 'nzlxg', from: 'table' });
  expect(idOf('credits', { credits: 'xYz12' })).toEqual({ id: 'xYz12', from: 'page' });
  expect(idOf('credits', { models: 'xYz12' })).toEqual({ id: 'nzlxg', from: 'table' });
});
