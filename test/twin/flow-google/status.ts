import { randomUUID } from 'node:crypto';
import type { Media } from '../media';
import type { Mishap } from '../mishaps';
import { type Asking, mediaHere, ownProject, recordContext, statusOf } from './asking';
import { askedAbout } from './free-calls';
import { takeMishap } from './mishap';
import { DONE, type RecordStatus, workRecord } from './record';
import { notFound } from './refused';

interface Subject {
  media: Media;
  status: RecordStatus;
}

function find(key: string, asking: Asking): Subject {
  const operation = asking.state.operations.making(key);
  if (operation && operation.account === asking.account.email)
    return { media: operation.result, status: statusOf(operation) };
  const media = mediaHere(asking.state).find(({ mediaKey }) => mediaKey === key);
  if (!media) throw notFound(`media ${key}`);
  ownProject(media.projectId, asking);
  return { media, status: DONE };
}

// Replies that hold other records than were asked about.
function muddle(records: unknown[][], mishap: Mishap | undefined): unknown[][] {
  if (!mishap || !('operations' in mishap)) return records;
  if (mishap.operations === 'missing') return [];
  const strangers = records.map(([, ...rest]) => [randomUUID(), ...rest]);
  return mishap.operations === 'extra' ? [...strangers, ...records] : [...records, ...records];
}

// How far work is: numbers alone, the address comes with the media itself.
export function status(args: unknown, asking: Asking): unknown {
  const subjects = askedAbout(args).map((key) => find(key, asking));
  const mishap = takeMishap('status', args, asking);
  const word = mishap && 'word' in mishap ? ([Number(mishap.word)] as const) : undefined;
  const context = recordContext(asking.state);
  const records = subjects.map(({ media, status }) => workRecord(media, word ?? status, context));
  return [null, asking.account.balance, muddle(records, mishap)];
}
