/**
 * The line between the two worlds. At document_start, before any script of the page, the page
 * world asks once and the isolated world hands it one end of a channel; the page sees neither.
 */
const ASK = 'second-take:ask';
const ANSWER = 'second-take:answer';

/** Isolated world: waits for the one question and answers it with a port. */
export function offerPort(receive: (text: string) => void): void {
  document.addEventListener(
    ASK,
    () => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => {
        if (typeof data === 'string') receive(data);
      };
      document.dispatchEvent(new MessageEvent(ANSWER, { ports: [port2] }));
    },
    { once: true },
  );
}

/** Page world: asks for the port; undefined when the isolated world is not there. */
export function takePort(): MessagePort | undefined {
  let port: MessagePort | undefined;
  const keep = (event: Event) => {
    port = event instanceof MessageEvent ? event.ports[0] : undefined;
  };
  document.addEventListener(ANSWER, keep, { once: true });
  document.dispatchEvent(new Event(ASK));
  document.removeEventListener(ANSWER, keep);
  return port;
}
