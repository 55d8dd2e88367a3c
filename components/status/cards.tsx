import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import { openFlow, openNewFlow, openSettings, reloadFlow, showFlow, wakeFlow } from '../store/tabs';
import { Card } from './Card';
import { Promises } from './Promises';

const toFlow = (tabId: number) => ({
  label: i18n.t('card.goToFlow'),
  follow: () => showFlow(tabId),
});

/** Before any Flow tab was ever connected: what Second Take reads, keeps and costs. */
export const Welcome = () => (
  <Card
    picture="welcome"
    title={i18n.t('welcome.title')}
    actions={[
      { label: i18n.t('card.open'), follow: openFlow },
      { label: i18n.t('settings.open'), follow: openSettings },
    ]}
  >
    <Promises />
    <p class="hint">{i18n.t('about.notAffiliated')}</p>
  </Card>
);

/** No Flow tab is open. */
export const NoFlow = () => {
  const { navigation } = useViewStore();
  return (
    <Card
      picture="notFlow"
      title={i18n.t('card.noFlow')}
      actions={[
        { label: i18n.t('card.open'), follow: openFlow },
        { label: i18n.t('jobs.title'), follow: navigation.showJobs },
      ]}
    >
      <p>{i18n.t('card.noFlowText')}</p>
    </Card>
  );
};

/** Google has moved the account to flow.google.com: its projects are there under the same ids. */
export const Moved = ({ projectId }: { projectId: string | undefined }) => (
  <Card
    picture="moved"
    title={i18n.t('card.moved')}
    actions={[{ label: i18n.t('card.goOnThere'), follow: () => openNewFlow(projectId) }]}
    after={
      <details class="more">
        <summary>{i18n.t('card.means')}</summary>
        <p>{i18n.t('card.meansText')}</p>
      </details>
    }
  >
    <p>{i18n.t('card.movedText')}</p>
  </Card>
);

/** The new Flow shows who it is for, instead of itself. */
export const NoAccess = () => (
  <Card
    picture="signedOut"
    title={i18n.t('card.noAccess')}
    actions={[{ label: i18n.t('card.newFlow'), follow: () => openNewFlow() }]}
  >
    <p>{i18n.t('card.noAccessText')}</p>
  </Card>
);

interface OfTab {
  readonly tabId: number;
}

/** Its submits carry a verification of the page's own: said before anybody fills in a form. */
export const FlowOnly = ({ tabId }: OfTab) => (
  <Card picture="verification" title={i18n.t('card.flowOnly')} actions={[toFlow(tabId)]}>
    <p>{i18n.t('card.flowOnlyText')}</p>
  </Card>
);

/** Flow is open, but was there before the extension. */
export const Stale = ({ tabId }: OfTab) => (
  <Card
    picture="stale"
    title={i18n.t('card.stale')}
    actions={[{ label: i18n.t('card.reload'), follow: () => reloadFlow(tabId) }, toFlow(tabId)]}
  >
    <p>{i18n.t('card.staleText')}</p>
  </Card>
);

/** The browser has put the Flow tab to sleep. */
export const Asleep = ({ tabId }: OfTab) => (
  <Card
    picture="stale"
    title={i18n.t('card.asleep')}
    actions={[{ label: i18n.t('card.wake'), follow: () => wakeFlow(tabId) }, toFlow(tabId)]}
  >
    <p>{i18n.t('card.asleepText')}</p>
  </Card>
);

/** Flow is open, nobody is signed in. */
export const SignedOut = ({ tabId }: OfTab) => (
  <Card picture="signedOut" title={i18n.t('card.signedOut')} actions={[toFlow(tabId)]}>
    <p>{i18n.t('card.signedOutText')}</p>
  </Card>
);

/** The page still shows a name, but its session has run out. */
export const RanOut = ({ tabId }: OfTab) => (
  <Card picture="signedOut" title={i18n.t('card.ranOut')} actions={[toFlow(tabId)]}>
    <p>{i18n.t('card.ranOutText')}</p>
  </Card>
);

/** Flow shows its list of projects. */
export const NoProject = ({ tabId }: OfTab) => (
  <Card picture="noProject" title={i18n.t('card.noProject')} actions={[toFlow(tabId)]}>
    <p>{i18n.t('card.noProjectText')}</p>
  </Card>
);

/** The project holds no clip: it can still be begun from images. */
export const NoClips = ({ tabId }: OfTab) => {
  const { composer } = useViewStore();
  return (
    <Card
      picture="noClips"
      title={i18n.t('card.noClips')}
      actions={[
        {
          label: i18n.t('card.fromImages'),
          follow: () => composer.change({ action: 'references' }),
        },
        toFlow(tabId),
      ]}
    >
      <p>{i18n.t('card.noClipsText')}</p>
    </Card>
  );
};
