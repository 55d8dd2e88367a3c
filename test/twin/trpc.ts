import { type Answer, type Asked, json } from './exchange';
import { initialData } from './media-form/project';
import type { State } from './state';
import { modelConfig, projectEntry, workflow } from './trpc-shape';
import type { Account, Project } from './world';

export const TRPC = '/fx/api/trpc/';

interface Input {
  projectId?: unknown;
  pageSize?: unknown;
  mediaType?: unknown;
  cursor?: unknown;
}

class Fault extends Error {
  constructor(
    readonly status: number,
    readonly word: string,
  ) {
    super(word);
  }
}

function input({ query }: Asked): Input {
  try {
    const parsed: { json?: Input } = JSON.parse(query.input ?? '{"json":{}}');
    return parsed.json ?? {};
  } catch {
    throw new Fault(400, 'BAD_REQUEST');
  }
}

function ownProject({ projectId }: Input, account: Account, { world }: State): Project {
  const found = world.projects.find(({ id }) => id === projectId);
  if (found?.owner !== account.email) throw new Fault(404, 'NOT_FOUND');
  return found;
}

function workflows(wanted: Input, account: Account, state: State) {
  const { id } = ownProject(wanted, account, state);
  const { mediaType, pageSize, cursor } = wanted;
  if (mediaType !== 'MEDIA_TYPE_VIDEO' && mediaType !== 'MEDIA_TYPE_IMAGE') {
    throw new Fault(400, 'BAD_REQUEST');
  }
  const kind = mediaType === 'MEDIA_TYPE_VIDEO' ? 'video' : 'image';
  const all = state.world.media.filter((each) => each.projectId === id && each.kind === kind);
  const from = Number(cursor ?? 0);
  const to = from + Number(pageSize ?? 20);
  return {
    workflows: all.slice(from, to).map((media) => workflow(media, state)),
    nextPageToken: to < all.length ? String(to) : null,
  };
}

const wrapped = (result: unknown) => ({ result, status: 200, statusText: 'OK' });
const LISTS = ['project.searchProjectWorkflows', 'videoFx.getVideoModelConfig'];

// Clips and models come in one answer in the media form, and by nothing else.
function dataOf(procedure: string, asked: Asked, account: Account, state: State): unknown {
  if (state.form === 'operations') return wrapped(result(procedure, asked, account, state));
  if (LISTS.includes(procedure)) throw new Fault(404, 'NOT_FOUND');
  if (procedure !== 'flow.projectInitialData')
    return wrapped(result(procedure, asked, account, state));
  return initialData(ownProject(input(asked), account, state), state);
}

function result(procedure: string, asked: Asked, account: Account, state: State): unknown {
  switch (procedure) {
    case 'project.searchUserProjects': {
      const own = state.world.projects.filter(({ owner }) => owner === account.email);
      return { projects: own.map(projectEntry), nextPageToken: null };
    }
    case 'project.getProject':
      return projectEntry(ownProject(input(asked), account, state));
    case 'project.searchProjectWorkflows':
      return workflows(input(asked), account, state);
    case 'videoFx.getVideoModelConfig':
      return { videoModels: modelConfig() };
    default:
      throw new Fault(404, 'NOT_FOUND');
  }
}

// A file by its media id or its key; where it lies is signed anew each time.
function redirect({ query }: Asked, account: Account, state: State): Answer {
  const { name, mediaUrlType } = query;
  const found = state.world.media.find((each) =>
    [each.mediaId, each.mediaKey].includes(name ?? ''),
  );
  const home = state.world.projects.find(({ id }) => id === found?.projectId);
  if (!found || home?.owner !== account.email) throw new Fault(404, 'NOT_FOUND');
  const as = mediaUrlType === 'MEDIA_URL_TYPE_THUMBNAIL' ? 'image' : found.kind;
  return { status: 307, headers: { location: state.signer.contentAddress(found, as) } };
}

// tRPC over GET, as the page's own calls to labs.google go.
export function trpc(asked: Asked, account: Account | undefined, state: State): Answer {
  const procedure = asked.path.slice(TRPC.length);
  const who = account ? { account: account.email } : {};
  try {
    if (!account || state.movedAccounts.has(account.email)) throw new Fault(401, 'UNAUTHORIZED');
    if (asked.method !== 'GET') throw new Fault(405, 'METHOD_NOT_SUPPORTED');
    if (procedure === 'media.getMediaUrlRedirect') {
      return { ...redirect(asked, account, state), ...who };
    }
    const answer = json({ result: { data: { json: dataOf(procedure, asked, account, state) } } });
    return { ...answer, ...who };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const data = { code: error.word, httpStatus: error.status, path: procedure };
    const answer = json({ error: { json: { message: error.word, data } } }, error.status);
    return { ...answer, ...who, reason: error.word };
  }
}
