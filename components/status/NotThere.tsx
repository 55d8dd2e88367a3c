import { i18n } from '#i18n';
import type { Action } from '@/lib/flow/action';
import type { Site } from '@/lib/flow/site';
import { CardBody } from './Card';

/** Flow does not offer the action on the site that the user is on; the others go on. */
export const NotThere = ({ action, site }: { action: Action; site: Site }) => (
  <CardBody
    picture="withdrawn"
    title={i18n.t('card.notThere', [i18n.t(`action.${action}`), site])}
    actions={[]}
  >
    <p>{i18n.t('card.notThereText')}</p>
  </CardBody>
);
