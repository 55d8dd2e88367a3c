import { randomUUID } from 'node:crypto';
import { type Answer, json } from '../exchange';
import type { Media } from '../media';
import { instead, type Mishap, spoil } from '../mishaps';
import { invalid, notFound } from '../refusal';
import { fields, list, text, uuid } from '../shape';
import type { State } from '../state';
import type { Account } from '../world';
import { type MediaStatus, mediaEntry, SUCCESSFUL, statusOf } from './entry';

type Entry = ReturnType<typeof mediaEntry>;

interface Subject {
  media: Media;
  status: MediaStatus;
}

// Work of this account, or a media of it that is there.
function find(value: unknown, path: string, account: Account, state: State): Subject {
  const { name, projectId } = fields(value, path, ['name', 'projectId']);
  const key = text(name, `${path}.name`);
  const operation = state.operations.making(key);
  const media = operation?.result ?? state.world.media.find(({ mediaKey }) => mediaKey === key);
  const home = state.world.projects.find(({ id }) => id === media?.projectId);
  if (!media || home?.owner !== account.email) throw notFound(`${path}.name`);
  if (uuid(projectId, `${path}.projectId`) !== media.projectId) {
    throw invalid(`${path}.projectId`, "Not the media's.");
  }
  return { media, status: operation ? statusOf(operation) : SUCCESSFUL };
}

// Replies that name other media than were asked about.
function muddle(entries: Entry[], mishap: Mishap | undefined): Entry[] {
  if (!mishap || !('operations' in mishap)) return entries;
  if (mishap.operations === 'missing') return [];
  const strangers = entries.map((each) => ({ ...each, name: randomUUID() }));
  return mishap.operations === 'extra' ? [...strangers, ...entries] : [...entries, ...entries];
}

// By the names of media. No address comes with one that is done: the page is redirected to its file.
export function mediaStatus(body: unknown, account: Account, state: State): Answer {
  const { media } = fields(body, '', ['media']);
  const asked = list(media, 'media', 1, 100).map((value, index) =>
    find(value, `media[${index}]`, account, state),
  );
  const mishap = state.mishaps.take('status', body);
  const stopped = instead(mishap, () => state.tokens.revoke(account.email));
  if (stopped) return { ...stopped, kind: 'status' };
  const word: MediaStatus | undefined =
    mishap && 'word' in mishap ? { mediaGenerationStatus: mishap.word } : undefined;
  const entries = asked.map((each) => mediaEntry(each.media, word ?? each.status));
  return { ...spoil(json({ media: muddle(entries, mishap) }), mishap), kind: 'status' };
}
