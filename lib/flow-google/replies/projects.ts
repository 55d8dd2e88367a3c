import { isUuid } from '@/lib/base/ids';
import { type Entries, readEntries } from '@/lib/base/lenient';
import type { ProjectDetails } from '@/lib/flow/observation';
import { at, textAt } from '../positions';

/** Characters (code points) of a project's title: more than a view has room for. */
const TITLE_AT_MOST = 200;

/** Reads the account's projects, `[[[id, [title, …]], …], cursor]` (reported); an account with none has `[]`. */
export const parseProjects = (payload: unknown): Entries<ProjectDetails> =>
  readEntries(at(payload, 0), (entry) => {
    const [projectId, title] = [textAt(entry, 0), textAt(entry, 1, 0)];
    if (projectId === undefined || title === undefined || !isUuid(projectId)) return undefined;
    return { projectId, title: Array.from(title).slice(0, TITLE_AT_MOST).join('') };
  });
