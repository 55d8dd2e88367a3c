import { describe, expect, it } from 'vitest';
import { foreignTo } from '../states/foreign-words';

describe('words of another language on a page', () => {
  it.each([
    ['es', 'Nothing was sent or charged.', 'No se envió ni se cobró nada.'],
    ['en', 'No se envió ni se cobró nada.', 'Nothing was sent or charged.'],
    ['en', '没有发送', 'Sending is paused'],
    ['es', '没有发送', 'El envío está en pausa'],
    ['zh-CN', 'Sending is paused', '发送已暂停'],
    ['zh-CN', 'Sending', 'Flow'],
  ])('are found in %s: %s, and its own are not: %s', async (tag, foreign, own) => {
    const isForeign = await foreignTo(tag);
    expect([isForeign(foreign), isForeign(own)]).toEqual([true, false]);
  });

  it('are found whatever stands in their places', async () => {
    const isForeign = await foreignTo('es');
    expect(isForeign('1 job waits and is not charged. Allow sends it all the same.')).toBe(true);
  });
});
