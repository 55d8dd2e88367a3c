import { Composer } from '../compose/Composer';
import { draft } from '../state/composer';
import { flowTab } from '../state/flow-tab';
import { clips } from '../state/library';
import { Moved, NoClips, NoFlow, NoProject, SignedOut, Stale } from './cards';

/** The composer where Flow is ready for it, else the card that says what is missing. */
export function Place() {
  const where = flowTab.value;
  if (where.kind === 'none') return <NoFlow />;
  if (where.kind === 'moved') return <Moved />;
  if (where.kind === 'stale') return <Stale tabId={where.tabId} />;
  if (where.kind === 'reading' || !draft.value) return <main class="body" />;
  const { tab } = where;
  if (!tab.signedIn) return <SignedOut tabId={tab.tabId} />;
  if (tab.projectId === undefined) return <NoProject tabId={tab.tabId} />;
  if (!clips.value) return <main class="body" />;
  const isEmpty = clips.value.length === 0;
  if (isEmpty && draft.value.action !== 'references') return <NoClips />;
  return <Composer draft={draft.value} clips={clips.value} />;
}
