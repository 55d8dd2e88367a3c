import type { Packed } from './packed-call';

/**
 * The line between the two worlds. At document_start, before any script of the page, the page
 * world asks once and the isolated world hands it one end of a channel; the page sees neither.
 *
 * Both are events named `load` at the document: by the DOM standard ("get the parent" of a document)
 * this one name never reaches the window, where a page that opened this one could be listening.
 */
const NAME = 'load';

const isPacked = (data: unknown): data is Packed =>
  typeof data === 'string' ||
  (Array.isArray(data) && typeof data[0] === 'string' && data[1] instanceof ArrayBuffer);

/** Isolated world: waits for the one question and answers it with a port. */
export function offerPort(receive: (packed: Packed) => void): void {
  document.addEventListener(
    NAME,
    () => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => {
        if (isPacked(data)) receive(data);
      };
      document.dispatchEvent(new MessageEvent(NAME, { ports: [port2] }));
    },
    { once: true },
  );
}

/** Our own question brings none, the answer to it one. */
type MayBringPort = Event & Partial<Pick<MessageEvent, 'ports'>>;

/** Page world: asks for the port; undefined when the isolated world is not there. */
export function takePort(): MessagePort | undefined {
  let port: MessagePort | undefined;
  document.onload = (event: MayBringPort) => {
    port ??= event.ports?.[0];
  };
  document.dispatchEvent(new Event(NAME));
  document.onload = null;
  return port;
}
