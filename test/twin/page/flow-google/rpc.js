// The page's calls to its server: those of one turn go in one request, as in every page of that make.

import { call } from '../ways.js';
import { ids } from './ids.js';

const wiz = window.WIZ_global_data;
const PREFIX = /^\/u\/\d+(?=\/|$)/;
const [prefix = ''] = PREFIX.exec(location.pathname) ?? [];
let waiting = [];
let number = Math.floor(Math.random() * 9000) + 1000;

// What this tab has asked for, over all of its pages: anything else is somebody else's.
const remember = () => {
  sessionStorage.asked = `${sessionStorage.asked ?? ''} ${number}`;
};

function address(asked) {
  number += 100_000;
  remember();
  const query = new URLSearchParams({
    rpcids: [...new Set(asked.map(({ name }) => ids[name]))].join(','),
    'source-path': location.pathname,
    bl: wiz.cfb2h,
    'f.sid': wiz.FdrFJe,
    hl: 'en',
    _reqid: String(number),
    rt: 'c',
  });
  return `${location.origin}${prefix}/_/AiSandboxAngularFrontend/data/batchexecute?${query}`;
}

// Entries of an answer: lines that are JSON. The lengths between them are not always right.
function entries(text) {
  const lines = text.split('\n').filter((line) => line.startsWith('['));
  return lines.flatMap((line) => JSON.parse(line)).filter(([kind]) => kind === 'wrb.fr');
}

async function request(asked) {
  const slotOf = (index) => (asked.length === 1 ? 'generic' : String(index + 1));
  const calls = asked.map(({ name, args }, index) => [
    ids[name],
    JSON.stringify(args),
    null,
    slotOf(index),
  ]);
  const text = await call(asked.map(({ name }) => name).join(' '), address(asked), {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
      'x-same-domain': '1',
    },
    body: `${new URLSearchParams({ 'f.req': JSON.stringify([calls]), at: wiz.SNlM0e ?? '' })}`,
  });
  const answers = new Map(entries(text).map((entry) => [entry[6], entry]));
  asked.forEach(({ name, resolve, reject }, index) => {
    const [, , payload, , , error] = answers.get(slotOf(index)) ?? [];
    if (typeof payload === 'string') resolve(JSON.parse(payload));
    else reject(new Error(`${name}: ${JSON.stringify(error ?? null)}`));
  });
}

function sendAll() {
  const asked = waiting;
  waiting = [];
  request(asked).catch((error) => {
    for (const { reject } of asked) reject(error);
  });
}

export function rpc(name, args) {
  return new Promise((resolve, reject) => {
    waiting.push({ name, args, resolve, reject });
    if (waiting.length === 1) queueMicrotask(sendAll);
  });
}

export { prefix };
