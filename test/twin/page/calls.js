// The page's own calls to labs.google and its API.
import { call as callForText } from './ways.js';

export { sessionId } from './ways.js';

const call = async (...given) => JSON.parse(await callForText(...given));

export async function trpcData(procedure, json, meta) {
  const input = encodeURIComponent(JSON.stringify({ json, ...(meta ? { meta } : {}) }));
  const url = `${location.origin}/fx/api/trpc/${procedure}?input=${input}`;
  const answer = await call(procedure, url, { headers: { 'content-type': 'application/json' } });
  return answer.result.data.json;
}

export const trpc = async (...given) => (await trpcData(...given)).result;

const API = 'https://aisandbox-pa.googleapis.com/v1';

export const session = () => call('session', `${location.origin}/fx/api/auth/session`);

export async function api(path, body) {
  const { access_token: token } = await session();
  return call(path, `${API}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      authorization: `Bearer ${token}`,
      ...(body ? { 'content-type': 'text/plain;charset=UTF-8' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
}
