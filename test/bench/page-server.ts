import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { certificate, spki } from '../twin/certificate';

/** A page of Flow that does nothing, and answers of a wished length at every other URL. */
export interface PageServer {
  readonly chromiumArgs: string[];
  stop(): void;
}

export async function startPageServer(): Promise<PageServer> {
  const answers = new Map<number, string>();
  const server = createServer(certificate, (asked, response) => {
    const url = new URL(asked.url ?? '/', 'https://labs.google');
    const bytes = Number(url.searchParams.get('bytes'));
    if (bytes === 0) {
      response.setHeader('content-type', 'text/html');
      response.end('<!doctype html><title>bench</title>');
      return;
    }
    const answer = answers.get(bytes) ?? answerOf(bytes);
    answers.set(bytes, answer);
    response.setHeader('content-type', 'application/json');
    response.setHeader('cache-control', 'no-store');
    response.end(answer);
  });
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    chromiumArgs: [
      `--host-resolver-rules=MAP labs.google:443 127.0.0.1:${port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
      `--ignore-certificate-errors-spki-list=${spki}`,
    ],
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A JSON text of about that length, with as many quotes as a list of clips has. */
function answerOf(bytes: number): string {
  const entry = {
    mediaGenerationId: { mediaKey: 'a'.repeat(36) },
    title: 'A street at dusk',
    seed: 1,
  };
  const each = JSON.stringify(entry).length + 1;
  const workflows = Array.from({ length: Math.floor((bytes - 90) / each) }, () => entry);
  const answer = { result: { data: { json: { result: { workflows }, status: 200 } } } };
  return JSON.stringify(answer).padEnd(bytes);
}
