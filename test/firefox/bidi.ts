import { WebSocket } from 'ws';

/** Answer to one command of WebDriver BiDi, as its specification (W3C) shapes it. */
type Reply =
  | { readonly id: number; readonly type: 'success'; readonly result: Record<string, unknown> }
  | {
      readonly id: number;
      readonly type: 'error';
      readonly error: string;
      readonly message: string;
    };

/** Commands to a Firefox, over WebDriver BiDi. */
export interface Bidi {
  /** @throws what Firefox answers, in its own words */
  send(method: string, params: object): Promise<Record<string, unknown>>;
  close(): void;
}

/** @param url as Firefox prints it at its start */
export async function connectBidi(url: string): Promise<Bidi> {
  const socket = new WebSocket(`${url}/session`, { perMessageDeflate: false });
  const waiting = new Map<number, (reply: Reply) => void>();
  let last = 0;
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  socket.on('message', (data) => {
    const reply: Reply = JSON.parse(String(data));
    // Events have no id.
    waiting.get(reply.id)?.(reply);
    waiting.delete(reply.id);
  });
  socket.on('close', () => {
    for (const [id, answer] of waiting)
      answer({ id, type: 'error', error: 'closed', message: 'Firefox has ended' });
    waiting.clear();
  });
  return {
    send: (method, params) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, (reply) => {
          if (reply.type === 'success') resolve(reply.result);
          else reject(new Error(`${method}: ${reply.error}: ${reply.message}`));
        });
        socket.send(JSON.stringify({ id: last, method, params }));
      }),
    close: () => socket.close(),
  };
}
