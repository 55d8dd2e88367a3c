import { Composer } from '../composer/Composer';
import {
  Asleep,
  Moved,
  NoAccess,
  NoClips,
  NoFlow,
  NoProject,
  RanOut,
  SignedOut,
  Stale,
  Welcome,
} from '../status/cards';
import { Offline } from '../status/Offline';
import { Verification } from '../status/Verification';
import { draft } from '../store/composer';
import { flowTab } from '../store/flow-tab';
import { clips, projectTitle } from '../store/library';
import { hold } from '../store/live-jobs';
import { stop } from '../store/stop';
import { isWelcomed } from '../store/welcome';
import { Reading } from '../ui/Reading';

/** The composer where Flow is ready for it, else the card that says what is missing. */
export function Place() {
  const where = flowTab.value;
  if (stop.value === 'offline') return <Offline />;
  if (where.kind === 'none') return <Outside />;
  if (where.kind === 'moved') return <Moved />;
  if (where.kind === 'no-access') return <NoAccess />;
  if (where.kind === 'asleep') return <Asleep tabId={where.tabId} />;
  if (where.kind === 'stale') return <Stale tabId={where.tabId} />;
  if (where.kind === 'reading' || !draft.value) return <Reading />;
  const { signedIn, hasRunOut, projectId, tabId } = where.tab;
  if (!signedIn) return hasRunOut ? <RanOut tabId={tabId} /> : <SignedOut tabId={tabId} />;
  if (stop.value === 'verification' && hold.value) return <Verification hold={hold.value} />;
  if (projectId === undefined) return <NoProject tabId={tabId} />;
  if (!clips.value) return <Reading />;
  const isEmpty = clips.value.length === 0;
  if (!isEmpty || draft.value.action === 'references')
    return <Composer draft={draft.value} clips={clips.value} />;
  const none = <NoClips tabId={tabId} />;
  // The page's answer that names the project lists its clips as well.
  return projectTitle.value === undefined ? <Reading otherwise={none} /> : none;
}

function Outside() {
  if (isWelcomed.value === undefined) return <Reading />;
  return isWelcomed.value ? <NoFlow /> : <Welcome />;
}
