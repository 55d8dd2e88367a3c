import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { certificate, spki } from './certificate';

// Everything that a twin answers for.
export const HOSTS = [
  'labs.google',
  'aisandbox-pa.googleapis.com',
  'storage.googleapis.com',
  'flow.google.com',
  'flow-content.google',
];

// An address that a browser is started for. It stays while one twin after the other is behind it.
export interface Door {
  readonly port: number;
  readonly chromiumArgs: string[];
  enter(twin: Inside): void; // connections made before are ended
  leave(): void; // until the next one enters, nobody is let in
  end(): void; // every connection breaks
  close(): Promise<void>;
}

export interface Inside {
  readonly answer: RequestListener;
  readonly letsIn: () => boolean;
}

export async function createDoor(): Promise<Door> {
  let inside: Inside | undefined;
  const server = createServer(certificate, (message, response) => {
    if (inside) inside.answer(message, response);
    else response.destroy();
  });
  // Those whose TLS is not made yet are no connections to the server.
  const sockets = new Set<Socket>();
  // Longer than any pause of a test: a browser that meets a closing connection sends again by itself.
  server.keepAliveTimeout = 120_000;
  server.on('connection', (socket: Socket) => {
    if (!inside?.letsIn()) {
      socket.destroy();
      return;
    }
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const maps = HOSTS.map((host) => `MAP ${host}:443 127.0.0.1:${port}`).join(', ');
  const end = () => {
    for (const socket of sockets) socket.destroy();
  };
  const leave = () => {
    inside = undefined;
    end();
  };
  return {
    port,
    chromiumArgs: [
      `--host-resolver-rules=${maps}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
      `--ignore-certificate-errors-spki-list=${spki}`,
    ],
    enter(twin) {
      end();
      inside = twin;
    },
    leave,
    end,
    async close() {
      leave();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
