import { describe, expect, it } from 'vitest';
import { parseBatch } from '@/lib/flow-google/batchexecute';
import { answerOf, batchText, refusalOf } from '../../samples/batch-text';
import { mutantTexts } from '../../samples/mutants';

const credits = answerOf('nzlxg', [615, 1, 2, 2, null, 1000]);
const words = answerOf('abCdE', ['a "quoted" [word]', '\\', '\n', '日本']);

describe('the body of a batchexecute answer', () => {
  it('holds several answers, each with its payload', () => {
    expect(parseBatch(batchText([credits, words]))).toEqual({
      answers: [
        { id: 'nzlxg', payload: [615, 1, 2, 2, null, 1000] },
        { id: 'abCdE', payload: ['a "quoted" [word]', '\\', '\n', '日本'] },
      ],
      isSignedOut: false,
      leftOut: 0,
    });
  });

  it.each([-2, -1, 1, 2, 400])('is read where its lengths are off by %i', (off) => {
    expect(parseBatch(batchText([credits, words], off))).toEqual(
      parseBatch(batchText([credits, words])),
    );
  });

  it.each([
    ['without lengths', `)]}'\n\n${JSON.stringify([credits])}`],
    ['without its first line', JSON.stringify([credits])],
    ['with an answer that is a chunk of its own', `)]}'\n9\n${JSON.stringify(credits)}`],
    ['with each answer in a chunk', `)]}'\n9\n[["di",1]]\n9\n${JSON.stringify([credits])}`],
  ])('is read %s', (_, body) => {
    expect(parseBatch(body).answers.map(({ id }) => id)).toEqual(['nzlxg']);
  });

  it.each([
    [[3], { code: 3 }],
    [[5], { code: 5 }],
    [
      [7, null, [['type.googleapis.com/google.rpc.ErrorInfo', ['PUBLIC_ERROR_UNUSUAL_ACTIVITY']]]],
      { code: 7, reason: 'PUBLIC_ERROR_UNUSUAL_ACTIVITY' },
    ],
    [[8, null, [null, ['x', [7, 'no reason']]]], { code: 8 }],
    [['8'], {}],
    [[], {}],
  ])('has the error %j of one call, and the answers of the others', (error, read) => {
    expect(parseBatch(batchText([refusalOf('fZytfe', error), credits])).answers).toEqual([
      { id: 'fZytfe', error: read },
      { id: 'nzlxg', payload: [615, 1, 2, 2, null, 1000] },
    ]);
  });

  it('with 401 is one of nobody’s', () => {
    const er = ['er', null, null, null, null, 401, null, null, null, 16];
    expect(parseBatch(batchText([er]))).toMatchObject({ answers: [], isSignedOut: true });
    expect(parseBatch(`)]}'\n\n${JSON.stringify(er)}`).isSignedOut).toBe(true);
    const other = ['er', null, null, null, null, 400];
    expect(parseBatch(batchText([other, credits])).isSignedOut).toBe(false);
  });

  it.each([
    ['is no JSON', ['wrb.fr', 'nzlxg', '[615,']],
    ['is no text', ['wrb.fr', 'nzlxg', 615]],
    ['has no id', ['wrb.fr', null, '[1]']],
    ['has an id of another form', ['wrb.fr', 'a b', '[1]']],
  ])('leaves out and counts an answer that %s', (_, odd) => {
    const { answers, leftOut } = parseBatch(batchText([odd, words]));
    expect(answers.map(({ id }) => id)).toEqual(['abCdE']);
    expect(leftOut).toBe(1);
  });

  it('takes an answer that is nothing for nothing', () => {
    expect(parseBatch(batchText([['wrb.fr', 'QI2zvc', null]])).answers).toEqual([
      { id: 'QI2zvc', payload: null },
    ]);
  });

  it.each([
    ['without its end', `[["wrb.fr","a1","[1`],
    ['with a text that does not end', `[["wrb.fr","a1","[1]]]`],
    ['that is no JSON', `[["wrb.fr","a1",]]`],
    ['deeper than any', `${'['.repeat(200)}${']'.repeat(200)}`],
  ])('loses a chunk %s, and not the one behind it', (_, broken) => {
    const { answers } = parseBatch(`)]}'\n\n9\n${broken}\n9\n${JSON.stringify([credits])}\n`);
    expect(answers).toEqual([{ id: 'nzlxg', payload: [615, 1, 2, 2, null, 1000] }]);
  });

  it.each(['', ')]}', '<html></html>', 'null', '{}', '[', ']', '[]', '[null]', '[[null]]', '"['])(
    'holds nothing in %j',
    (body) => {
      expect(parseBatch(body)).toEqual({ answers: [], isSignedOut: false, leftOut: 0 });
    },
  );

  it('of 17 MB is read in linear time, whatever it is made of', () => {
    const big = 17_000_000;
    const clip = 'A "paper" boat\\ '.repeat(60);
    const whole = batchText([
      answerOf(
        'Zzl0ze',
        Array.from({ length: big / 1_200 }, () => [clip]),
      ),
    ]);
    expect(whole.length).toBeGreaterThan(big * 0.7);
    expect(parseBatch(whole).answers).toHaveLength(1);
    // Were each beginning looked through to the end, one of these would take hours.
    for (const sign of ['[', '[\n', '"', '["', '\n["', '\\'])
      expect(parseBatch(sign.repeat(2_000_000)).answers, sign).toEqual([]);
  });

  it('has no more answers than the page asks for, and is not read beyond its bound', () => {
    expect(parseBatch(batchText(Array.from({ length: 300 }, () => credits))).answers).toHaveLength(
      100,
    );
    expect(parseBatch(`${batchText([credits])}${' '.repeat(32_000_000)}`).answers).toEqual([]);
  });

  it('never throws on a spoiled one, and has no answer without an id', () => {
    const refused = refusalOf('fZytfe', [7, null, [['type', ['PUBLIC_ERROR_UNUSUAL_ACTIVITY']]]]);
    for (const body of mutantTexts(batchText([credits, refused, words]))) {
      const { answers, leftOut } = parseBatch(body);
      expect(leftOut).toBeGreaterThanOrEqual(0);
      for (const answer of answers) {
        if (!/^\w{1,40}$/.test(answer.id)) expect.unreachable(body);
        if ('error' in answer && answer.error.reason?.startsWith('PUBLIC_ERROR_') === false)
          expect.unreachable(body);
      }
    }
  });
});
