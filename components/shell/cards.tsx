import { i18n } from '#i18n';
import { change } from '../state/composer';
import { openFlow, openNewFlow, reloadFlow, showFlow } from '../state/tabs';
import { Card } from './Card';

/** No Flow tab is open: what Second Take does, before anything else. */
export const NoFlow = () => (
  <Card title={i18n.t('card.noFlow')} action={i18n.t('card.open')} onAction={openFlow}>
    <p>{i18n.t('card.noFlowText')}</p>
    <dl class="promise">
      <div>
        <dt>{i18n.t('promise.reads')}</dt>
        <dd>{i18n.t('promise.readsText')}</dd>
      </div>
      <div>
        <dt>{i18n.t('promise.keeps')}</dt>
        <dd>{i18n.t('promise.keepsText')}</dd>
      </div>
      <div>
        <dt>{i18n.t('promise.costs')}</dt>
        <dd>{i18n.t('promise.costsText')}</dd>
      </div>
    </dl>
    <p class="hint">{i18n.t('about.notAffiliated')}</p>
  </Card>
);

/** Google has moved the account to where Second Take does not work. */
export const Moved = () => (
  <Card title={i18n.t('card.moved')} action={i18n.t('card.newFlow')} onAction={openNewFlow}>
    <p>{i18n.t('card.movedText')}</p>
  </Card>
);

interface OfTab {
  readonly tabId: number;
}

/** Flow is open, but was there before the extension. */
export const Stale = ({ tabId }: OfTab) => (
  <Card
    title={i18n.t('card.stale')}
    action={i18n.t('card.reload')}
    onAction={() => reloadFlow(tabId)}
  >
    <p>{i18n.t('card.staleText')}</p>
  </Card>
);

/** Flow is open, nobody is signed in. */
export const SignedOut = ({ tabId }: OfTab) => (
  <Card
    title={i18n.t('card.signedOut')}
    action={i18n.t('card.goToFlow')}
    onAction={() => showFlow(tabId)}
  >
    <p>{i18n.t('card.signedOutText')}</p>
  </Card>
);

/** Flow shows its list of projects. */
export const NoProject = ({ tabId }: OfTab) => (
  <Card
    title={i18n.t('card.noProject')}
    action={i18n.t('card.goToFlow')}
    onAction={() => showFlow(tabId)}
  >
    <p>{i18n.t('card.noProjectText')}</p>
  </Card>
);

/** The project holds no clip: it can still be begun from images. */
export const NoClips = () => (
  <Card
    title={i18n.t('card.noClips')}
    action={i18n.t('card.fromImages')}
    onAction={() => change({ action: 'references' })}
  >
    <p>{i18n.t('card.noClipsText')}</p>
  </Card>
);
