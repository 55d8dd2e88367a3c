import { type Asking, mediaHere, ownProject, recordContext, statusOf } from './asking';
import { contents, projectEntry } from './contents';
import { modelList, TIERS } from './models';
import { wholeRecord, workRecord } from './record';
import { invalid, notFound } from './refused';
import { payloadText } from './reply';
import { exactly, integer, list, mediaKey, othersNull, slots, text } from './shape';

const PLAN = [50, 1000, 12_500];

export function projects(args: unknown, { account, state }: Asking): unknown {
  const given = slots(args, 'args', 7);
  othersNull(given, 'args', 0, 1, 2, 6);
  exactly(given[0], 'args[0]', 'projects/*');
  exactly(given[6], 'args[6]', [1]);
  const size = integer(given[1], 'args[1]', 1, 100);
  const from = given[2] === null ? 0 : Number(text(given[2], 'args[2]', /^page-\d+$/).slice(5));
  const all = state.world.projects.filter(({ owner }) => owner === account.email);
  if (all.length === 0) return [];
  const entries = all.slice(from, from + size).map((each) =>
    projectEntry(
      each,
      mediaHere(state).filter(({ projectId }) => projectId === each.id),
    ),
  );
  return from + size < all.length ? [entries, `page-${from + size}`] : [entries];
}

// The same text as long as nothing was added: it can be large.
export function projectContents(args: unknown, asking: Asking): string {
  const { state } = asking;
  const given = slots(args, 'args', 1, 5);
  if (given.length === 5) exactly(given.slice(1), 'args', [null, null, null, [1]]);
  const id = text(given[0], 'args[0]', /^projects\/[^/]+$/).slice('projects/'.length);
  const project = ownProject(id, asking);
  const media = mediaHere(state).filter(({ projectId }) => projectId === id);
  const work = state.operations
    .unfinished(id)
    .map((operation) => ({ result: operation.result, status: statusOf(operation) }));
  const of = JSON.stringify([
    media.map((each) => each.mediaKey),
    work.map(({ result, status }) => [result.mediaKey, status]),
  ]);
  const known = state.flowGoogle.contentTexts.get(id);
  if (known?.of === of) return known.text;
  const made = payloadText(contents(project, media, work, recordContext(state)));
  state.flowGoogle.contentTexts.set(id, { of, text: made });
  return made;
}

export function media(args: unknown, asking: Asking): unknown {
  const { state } = asking;
  const key = mediaKey(slots(args, 'args', 1)[0], 'args[0]');
  const found = mediaHere(state).find((each) => each.mediaKey === key);
  const operation = state.operations.making(key);
  const subject = found ?? operation?.result;
  if (!subject) throw notFound(`media ${key}`);
  ownProject(subject.projectId, asking);
  if (found) return wholeRecord(found, recordContext(state));
  if (!operation) throw notFound(`media ${key}`);
  return workRecord(subject, statusOf(operation), recordContext(state));
}

export function credits(args: unknown, { account: { balance, tier } }: Asking): unknown {
  slots(args, 'args', 0);
  const number = TIERS[tier];
  return [balance, 1, 2, number, null, PLAN[number - 1]];
}

export function models(args: unknown): unknown {
  slots(args, 'args', 0);
  return modelList();
}

// Of up to a hundred media. Work that is not this account's is not found.
export function askedAbout(args: unknown): string[] {
  const given = slots(args, 'args', 3);
  othersNull(given, 'args', 2);
  const keys = list(given[2], 'args[2]', 1, 100).map((each, index) => {
    const path = `args[2][${index}]`;
    return mediaKey(slots(each, path, 1)[0], path);
  });
  if (new Set(keys).size !== keys.length) throw invalid('args[2]: one twice');
  return keys;
}
