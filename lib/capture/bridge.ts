import { projectListPath, SESSION_PATH } from '@/lib/flow/addresses';
import { onPageQuestion } from '@/lib/message/page-question';
import type { PageQuestion } from '@/lib/message/protocol';
import { sendReport } from '@/lib/message/send';
import { addressUnder } from './media-under';
import type { Observation } from './observation';
import { offerPort } from './port';

/**
 * The isolated half: passes the page's observations on to the background, asks the page's own
 * addresses for it, and notes the video and the image under a right click. It decides nothing.
 */
export function startBridge(): void {
  offerPort(passOn());
  onPageQuestion((question) => readOwn(pathOf(question)));
  addEventListener('contextmenu', notePointed, { capture: true });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void arrive();
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) void arrive();
  });
  void arrive().then(reportSession);
}

const arrive = () => tell('arrived', { openedAt: Math.round(performance.timeOrigin) });

async function reportSession(): Promise<void> {
  const text = await readOwn(SESSION_PATH);
  if (text !== undefined) await tell('session', { text });
}

const pathOf = (question: PageQuestion): string =>
  question.about === 'session'
    ? SESSION_PATH
    : projectListPath(question.projectId, question.cursor);

/** Text of one of the page's own addresses, same origin and with the page's own cookies. */
async function readOwn(path: string): Promise<string | undefined> {
  try {
    const reply = await fetch(path, { credentials: 'same-origin', cache: 'no-store' });
    return reply.ok ? await reply.text() : undefined;
  } catch {
    return undefined;
  }
}

/** The page polls; an answer that says the same as the last one to that address is not news. */
function passOn(): (text: string) => void {
  const last = new Map<string, string>();
  return (text) => {
    // Our own text from the other world; the background parses what it says.
    const observation = JSON.parse(text) as Observation;
    if (last.get(observation.url) === text) return;
    last.set(observation.url, text);
    void tell('call', observation);
  };
}

function notePointed(event: MouseEvent): void {
  const [video, image] = [addressUnder(event, 'video'), addressUnder(event, 'img')];
  void tell('pointed', { ...(video && { video }), ...(image && { image }) });
}

/** After an update of the extension the old bridge has nobody to talk to any more. */
const tell: typeof sendReport = async (name, data) => {
  try {
    await sendReport(name, data);
  } catch {
    // The background was replaced; this page has to be reloaded, and the popup says so.
  }
};
