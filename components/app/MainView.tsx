import { useViewStore } from '@/components/store/view-store';
import { Composer } from '../composer/Composer';
import {
  Asleep,
  FlowOnly,
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
import { SiteAccess } from '../status/SiteAccess';
import { Verification } from '../status/Verification';
import { Skeleton } from '../ui/Skeleton';

/** The composer where Flow is ready for it, else the card that says what is missing. */
export function MainView() {
  const { composer, flowTab, isFlowOnly, items, library, liveJobs, siteAccess, stop } =
    useViewStore();
  const where = flowTab.value;
  const missing = siteAccess.missing.value;
  if (!missing) return <Skeleton />;
  if (missing.length > 0) return <SiteAccess missing={missing} />;
  if (stop.kind.value === 'offline') return <Offline />;
  if (where.kind === 'none') return <Outside />;
  if (where.kind === 'moved') return <Moved projectId={where.projectId} />;
  if (where.kind === 'no-access') return <NoAccess />;
  if (where.kind === 'asleep') return <Asleep tabId={where.tabId} />;
  if (where.kind === 'stale') return <Stale tabId={where.tabId} />;
  const isRead = items.verifiedAt.value !== undefined && where.kind !== 'reading';
  if (!isRead || !composer.draft.value) return <Skeleton />;
  const { signedIn, hasRunOut, projectId, tabId } = where.tab;
  if (!signedIn) return hasRunOut ? <RanOut tabId={tabId} /> : <SignedOut tabId={tabId} />;
  if (isFlowOnly.value) return <FlowOnly tabId={tabId} />;
  if (stop.kind.value === 'verification' && liveJobs.hold.value)
    return <Verification hold={liveJobs.hold.value} />;
  if (projectId === undefined) return <NoProject tabId={tabId} />;
  if (!library.clips.value) return <Skeleton />;
  const isEmpty = library.clips.value.length === 0;
  if (!isEmpty || composer.draft.value.action === 'references')
    return <Composer draft={composer.draft.value} clips={library.clips.value} />;
  const none = <NoClips tabId={tabId} />;
  // The page's answer that names the project lists its clips as well.
  return library.projectTitle.value === undefined ? <Skeleton otherwise={none} /> : none;
}

function Outside() {
  const { isWelcomed } = useViewStore();
  if (isWelcomed.value === undefined) return <Skeleton />;
  return isWelcomed.value ? <NoFlow /> : <Welcome />;
}
