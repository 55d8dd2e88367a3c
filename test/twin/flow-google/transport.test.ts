import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTwin, type Twin } from '../twin';
import { PROJECTS } from '../world';
import { answers, ask, type Opened, open, post, type Tweaks } from './client';
import { METHODS } from './rpc-ids';
import { SUBMITS, VIDEO } from './submits';

const CREDITS = 'VideoFxService.GetCredits';
const PROJECTS_ARGS = ['projects/*', 20, null, null, null, null, [1]];
let twin: Twin;
let page: Opened;

beforeEach(async () => {
  twin = await startTwin();
  page = await open(twin);
});
afterEach(() => twin.stop());

const credits = (tweaks?: Tweaks) => post(twin, page, [[CREDITS, []]], tweaks);

test('a request as the page makes it is answered, and its calls are written down', async () => {
  const reply = await credits();
  expect([reply.status, reply.headers['content-type']]).toEqual([
    200,
    'application/json; charset=utf-8',
  ]);
  expect(reply.bytes.toString()).toMatch(/^\)\]\}'\n\n\d+\n\[\["wrb\.fr","nzlxg","/);
  expect(answers(reply)).toEqual({ generic: { payload: [1540, 1, 2, 3, null, 12_500] } });
  expect(twin.flowGoogle.rpcs()).toMatchObject([
    {
      ...{ id: 'nzlxg', name: CREDITS, generates: false, verified: false, args: [] },
      call: {
        account: 'ada@example.com',
        headers: { origin: 'https://flow.google.com', 'x-same-domain': '1' },
        body: expect.stringContaining('f.req='),
      },
    },
  ]);
});

const WRONG: [string, number, Tweaks][] = [
  ['another method', 405, { method: 'GET' }],
  ['no origin', 403, { headers: { origin: undefined } }],
  ['another origin', 403, { headers: { origin: 'https://labs.google' } }],
  ['no referer', 403, { headers: { referer: undefined } }],
  ['another site', 403, { headers: { 'sec-fetch-site': 'cross-site' } }],
  ['a call of nobody’s page', 403, { headers: { 'sec-fetch-site': 'none' } }],
  ['no cookie', 401, { headers: { cookie: undefined } }],
  ['a made up cookie', 401, { headers: { cookie: '__Secure-1PSID=x' } }],
  ['no x-same-domain', 403, { headers: { 'x-same-domain': undefined } }],
  ['a bearer token', 400, { headers: { authorization: 'Bearer x' } }],
  ['another type of body', 400, { headers: { 'content-type': 'application/json' } }],
  ['no at', 400, { form: { at: undefined } }],
  ['another at', 400, { form: { at: 'AKvx:1' } }],
  ['a third field', 400, { form: { more: '1' } }],
  ['no f.req', 400, { form: { 'f.req': undefined } }],
  ['an f.req that is no JSON', 400, { form: { 'f.req': '[[[' } }],
  ['no calls', 400, { form: { 'f.req': '[[]]' } }],
  ['arguments that are no text', 400, { form: { 'f.req': '[[["nzlxg",[],null,"generic"]]]' } }],
  ['a call of five', 400, { form: { 'f.req': '[[["nzlxg","[]",null,"generic",1]]]' } }],
  [
    'two of one slot',
    400,
    { form: { 'f.req': '[[["nzlxg","[]",null,"1"],["nzlxg","[]",null,"1"]]]' } },
  ],
  ['other ids in the address', 400, { query: { rpcids: 'UpteDb' } }],
  ['more ids in the address', 400, { query: { rpcids: 'nzlxg,UpteDb' } }],
  ['no ids in the address', 400, { query: { rpcids: undefined } }],
  ['another build', 400, { query: { bl: 'boq_labs-ai-sandbox-frontend_20250101.00_p0' } }],
  ['no build', 400, { query: { bl: undefined } }],
  ['another f.sid', 400, { query: { 'f.sid': '-7' } }],
  ['no f.sid', 400, { query: { 'f.sid': undefined } }],
  ['no source-path', 400, { query: { 'source-path': undefined } }],
  ['a source-path that is no page', 400, { query: { 'source-path': '/fx/tools/flow' } }],
  ['no rt', 400, { query: { rt: undefined } }],
  ['no hl', 400, { query: { hl: undefined } }],
  ['no _reqid', 400, { query: { _reqid: undefined } }],
];

test.each(WRONG)('%s is refused with %i', async (_, status, tweaks) => {
  const reply = await credits(tweaks);
  expect(reply.status).toBe(status);
  expect(reply.bytes.toString()).toContain(`["er",null,null,null,null,${status},`);
  expect((await credits()).status).toBe(200);
});

test('signed out, a page has no token and every call is refused with 401', async () => {
  const nobody = await open(twin, '?as=nobody');
  expect(nobody.globals).not.toHaveProperty('SNlM0e');
  expect(nobody.globals).not.toHaveProperty('oPEP7c');
  expect(nobody.globals.cfb2h).toBe(page.label);
  expect((await post(twin, { ...page, cookie: nobody.cookie }, [[CREDITS, []]])).status).toBe(401);
  twin.signOut('ada@example.com');
  expect((await credits()).status).toBe(401);
});

test('the token of one account says nothing for another, and /u/1 is the other', async () => {
  const ben = await open(twin, '?as=ben@example.com');
  expect((await post(twin, { ...ben, at: page.at }, [[CREDITS, []]])).status).toBe(400);
  expect(await ask(twin, ben, CREDITS, [])).toEqual({ payload: [680, 1, 2, 2, null, 1000] });
  const second = await open(twin, '', '/u/1', page.cookie);
  expect([second.globals.oPEP7c, second.globals.QrtxK]).toEqual(['ben@example.com', '1']);
  expect(await ask(twin, second, CREDITS, [])).toEqual({ payload: [680, 1, 2, 2, null, 1000] });
  expect((await open(twin, '', '/u/2', page.cookie)).globals).not.toHaveProperty('SNlM0e');
});

test('several calls in one request are answered by slot, the last one first, one refused alone', async () => {
  const reply = await post(twin, page, [
    [CREDITS, []],
    ['FlowService.GetProjects', PROJECTS_ARGS],
    [CREDITS, ['x']],
    ['zzzzzz', []],
  ]);
  const text = reply.bytes.toString();
  expect(text.indexOf('"zzzzzz"')).toBeLessThan(text.indexOf('"UpteDb"'));
  const found = answers(reply);
  expect(found['1']).toEqual({ payload: [1540, 1, 2, 3, null, 12_500] });
  expect(found['2']?.payload).toMatchObject([
    [[PROJECTS.elm.id, { 0: PROJECTS.elm.title }], {}, {}],
  ]);
  expect([found['3'], found['4']]).toEqual([{ error: [3] }, { error: [3] }]);
  expect(twin.calls.at(-1)?.reason).toContain('zzzzzz');
});

test('lengths are counted in characters, and some are off by one or two, always the same', async () => {
  const offs = new Set<number>();
  for (let count = 1; count <= 12; count += 1) {
    const calls = Array.from({ length: count }, (): [string, unknown] => [CREDITS, []]);
    const texts = await Promise.all([post(twin, page, calls), post(twin, page, calls)]);
    const [one, two] = texts.map(({ bytes }) => bytes.toString());
    expect(one).toBe(two);
    const lines = one?.split('\n').slice(2) ?? [];
    for (let at = 0; at + 1 < lines.length; at += 2)
      offs.add(Number(lines[at]) - (lines[at + 1]?.length ?? 0) - 2);
  }
  expect([...offs].every((off) => Math.abs(off) <= 2)).toBe(true);
  expect(offs.size).toBeGreaterThan(1);
});

test('a new build gives every call another id, and pages loaded before know only the old ones', async () => {
  const before = METHODS.map(({ name }) => twin.flowGoogle.idOf(name));
  twin.newBuild();
  const after = METHODS.map(({ name }) => twin.flowGoogle.idOf(name));
  expect(new Set([...before, ...after]).size).toBe(2 * METHODS.length);
  expect(after.every((id) => /^[a-z][\w]{5}$/.test(id))).toBe(true);
  const fresh = await open(twin);
  expect(fresh.label).not.toBe(page.label);
  expect(await ask(twin, fresh, CREDITS, [])).toHaveProperty('payload');
  expect(await ask(twin, page, 'nzlxg', [])).toEqual({ error: [3] });
  expect((await post(twin, { ...fresh, label: page.label }, [[CREDITS, []]])).status).toBe(400);
});

test('what a test orders for one call or a whole request comes once', async () => {
  twin.flowGoogle.answer(CREDITS, { payload: ['odd'] });
  twin.flowGoogle.answer(CREDITS, { error: [8] });
  expect(await ask(twin, page, CREDITS, [])).toEqual({ payload: ['odd'] });
  expect(await ask(twin, page, CREDITS, [])).toEqual({ error: [8] });
  twin.answerWith('batchexecute', { status: 502, body: 'x' }, 1, 'nzlxg');
  expect((await credits()).status).toBe(502);
  expect((await credits()).status).toBe(200);
  expect(twin.flowGoogle.rpcs()).toHaveLength(4);
});

test('a session that ends under a submit is refused with 401, and nothing is started', async () => {
  twin.mishap('submit', { tokenEnds: true });
  const reply = await post(twin, page, [[`${VIDEO}Text`, SUBMITS.Text()]]);
  expect([reply.status, twin.submits.length]).toEqual([401, 0]);
});
