import { expect, it } from 'vitest';
import { CREDITS_URL } from '@/lib/labs/urls';
import { callSources } from '@/lib/sites/call-ids';
import { answerOf, observationOf } from '@/lib/sites/observation';

const BATCH = 'https://flow.google.com/_/AiSandboxAngularFrontend/data/batchexecute?rpcids=a';
const body = `)]}'\n\n99\n${JSON.stringify([
  ['wrb.fr', 'aBcDe', JSON.stringify([840, 1, 2, 3, null, 840]), null, null, null, 'generic'],
])}`;

it('a call is read by the wire of its site', () => {
  const labs = { url: CREDITS_URL, status: 200, body: '{"credits":7}' };
  expect(observationOf(labs, 1000, {})).toMatchObject({ balance: 7 });
  expect(observationOf({ url: BATCH, status: 200, body }, 1000, {})).toMatchObject({
    ...{ balance: 840, tier: 'ultra', callIds: { credits: 'aBcDe' } },
  });
});

it('a call of any other URL proves nothing', () => {
  const other = { url: BATCH.replace('flow.google', 'flow.evil'), status: 200, body };
  expect(observationOf(other, 1000, {})).toEqual({ media: [], operations: [] });
});

it('an answer to a question of ours is read as the page’s own', () => {
  expect(answerOf(body, 1000, { credits: 'aBcDe' })).toMatchObject({ balance: 840 });
});

it('ids that the page was seen using count before the table’s', () => {
  const { page, table } = callSources({ credits: 'aBcDe', stranger: 'x' });
  expect(page).toEqual(['credits']);
  expect(table).not.toContain('credits');
  expect([...page, ...table]).toHaveLength(6);
});
