import { describe, expect, expectTypeOf, it } from 'vitest';
import { type Ask, askOf } from '@/lib/flow-google/ask';
import { READ_IDS, VERIFIED_IDS } from '@/lib/flow-google/call-ids';
import { OF_INTEREST } from '@/lib/flow-google/of-interest';
import { BOAT, NEXT, PROJECT } from './samples';

const AT = 'AGs0abcDEF_-:1791100000000';
const context = {
  config: { at: AT, build: 'boq_flow_20261006.11_p0', sid: '-42' },
  ids: {},
  sourcePath: `/project/${PROJECT}`,
  requestNumber: 100_007,
};

const form = (body: string) => Object.fromEntries(new URLSearchParams(body));

describe('a question to the page’s own server', () => {
  it.each([
    [{ call: 'credits' }, []],
    [{ call: 'models' }, []],
    [{ call: 'projects' }, ['projects/*', 100, null, null, null, null, [1]]],
    [{ call: 'projects', cursor: 'next' }, ['projects/*', 100, 'next', null, null, null, [1]]],
    [{ call: 'contents', projectId: PROJECT }, [`projects/${PROJECT}`]],
    [{ call: 'media', mediaId: BOAT }, [BOAT]],
    [{ call: 'status', mediaIds: [BOAT, NEXT] }, [null, null, [[BOAT], [NEXT]]]],
  ] as const)('for %j says %j', (ask, args) => {
    const { url, method, headers, body, from } = askOf(ask, context);
    const id = READ_IDS[ask.call];
    const { searchParams, origin, pathname } = new URL(url);
    expect(origin + pathname).toBe(
      'https://flow.google.com/_/AiSandboxAngularFrontend/data/batchexecute',
    );
    expect(Object.fromEntries(searchParams)).toEqual({
      rpcids: id,
      'source-path': `/project/${PROJECT}`,
      bl: 'boq_flow_20261006.11_p0',
      'f.sid': '-42',
      hl: 'en',
      _reqid: '100007',
      rt: 'c',
    });
    expect({ method, headers }).toEqual({
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
        'x-same-domain': '1',
      },
    });
    expect(form(body)).toEqual({
      'f.req': JSON.stringify([[[id, JSON.stringify(args), null, 'generic']]]),
      at: AT,
    });
    expect(from).toBe('table');
  });

  it('goes to the account of the page, by the id that the page uses', () => {
    const asked = askOf(
      { call: 'credits' },
      { ...context, authuser: 2, ids: { credits: 'xYz12' } },
    );
    expect(asked.url).toMatch(/^https:\/\/flow\.google\.com\/u\/2\/_\/.*\?rpcids=xYz12&/);
    expect(asked.from).toBe('page');
    expect(OF_INTEREST.test(asked.url)).toBe(true);
  });

  it('does without a build and a session that are not known', () => {
    const { url } = askOf({ call: 'credits' }, { ...context, config: { at: AT } });
    expect(url).not.toMatch(/bl=|f\.sid=/);
  });

  it('keeps the secret out of the URL', () => {
    expect(askOf({ call: 'credits' }, context).url).not.toContain('AGs0');
  });

  it('cannot be one that generates or uploads', () => {
    expectTypeOf<Ask['call']>().toEqualTypeOf<keyof typeof READ_IDS>();
    expectTypeOf<Extract<Ask['call'], keyof typeof VERIFIED_IDS>>().toBeNever();
    const verified: readonly string[] = Object.values(VERIFIED_IDS);
    expect(Object.values(READ_IDS).filter((id) => verified.includes(id))).toEqual([]);
  });
});
