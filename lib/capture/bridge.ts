import { browser } from 'wxt/browser';
import { NEW_FLOW_ORIGIN } from '@/lib/flow/hosts';
import { sendReport } from '@/lib/messaging/client';
import { onPageQuestion } from '@/lib/messaging/page-server';
import { createFlowAnswers } from './flow-answers';
import { createLine } from './in-order';
import { createKnownAnswers, digestOf } from './known-answers';
import { answerOfLabs } from './labs-answers';
import { mediaUnder } from './media-under';
import { BATCH_AT_MOST, BODY_AT_MOST, type Packed, textOf, unpack } from './packed-call';
import { offerPort } from './port';

/**
 * The isolated half: passes the page's observations on to the background, asks the page's own
 * URLs for it, and notes the video and the image under a right click. It decides nothing.
 *
 * A page that the browser prepares before anybody opens it says nothing yet: the tab still shows
 * another one.
 */
export function startBridge(): void {
  const line = createLine(shown(), {
    isAlive: () => browser.runtime?.id !== undefined,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
  const known = createKnownAnswers();
  const isFlow = location.origin === NEW_FLOW_ORIGIN;
  const answer = isFlow ? createFlowAnswers() : answerOfLabs;

  const arrive = () =>
    line.add(() => sendReport('arrived', { openedAt: Math.round(performance.timeOrigin) }));

  /** From its beginning, or after it was put aside: who is signed in, and all that is said next. */
  const begin = () => {
    known.forget();
    void arrive().then(async () => {
      const text = await answer({ about: 'session' });
      if (text !== undefined) await line.add(() => sendReport('session', { text }));
    });
  };

  const passOn = (packed: Packed) => {
    const seen = unpack(packed);
    if (!seen) return;
    const [about, bytes] = typeof packed === 'string' ? [packed] : packed;
    const size = about.length + (bytes?.byteLength ?? 0);
    if (size > (isFlow ? BATCH_AT_MOST : BODY_AT_MOST)) return;
    const [of = ''] = seen.url.split('?', 1);
    void line.add(
      async () => {
        // A part of a text keeps the whole of it in memory: the URL as well is known by its digest.
        const url = await digestOf(seen.url);
        const digest = (await digestOf(about)) + (bytes ? await digestOf(bytes) : '');
        // The page polls; an answer that says the same as the last one to that URL is not news,
        // and is not even made a text.
        if (known.has(url, digest)) return;
        await sendReport('call', { ...seen, body: textOf(seen.body) });
        known.keep(url, digest);
      },
      { of, size },
    );
  };

  offerPort(passOn);
  onPageQuestion(answer);
  addEventListener('contextmenu', notePointed, { capture: true });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void arrive();
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) begin();
  });
  begin();
}

declare global {
  interface Document {
    /** Not in every browser, and not in the library's types. */
    readonly prerendering?: boolean;
  }
}

/** Resolves once the page is in its tab: at once, or when a prerendered one is opened. */
const shown = (): Promise<unknown> =>
  document.prerendering === true
    ? new Promise((resolve) =>
        document.addEventListener('prerenderingchange', resolve, { once: true }),
      )
    : Promise.resolve();

function notePointed(event: MouseEvent): void {
  const under = mediaUnder(event);
  // The menu opens at once: this does not wait in line. A background that was replaced hears nothing.
  if (under) sendReport('pointed', under).catch(() => undefined);
}
