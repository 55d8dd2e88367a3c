import { i18n } from '#i18n';
import type { Action } from '@/lib/flow/action';
import { openSelfCheck } from '../store/tabs';
import { retryWithdrawn } from '../store/withdrawn';
import { CardBody } from './Card';

/** Flow does not seem to know an action any more: the other three go on. */
export const Withdrawn = ({ action }: { action: Action }) => (
  <CardBody
    picture="withdrawn"
    title={i18n.t('card.withdrawn', [i18n.t(`action.${action}`)])}
    ways={[
      { label: i18n.t('do.checkAgain'), follow: retryWithdrawn },
      { label: i18n.t('card.selfCheck'), follow: openSelfCheck },
    ]}
  >
    <p>{i18n.t('card.withdrawnText')}</p>
  </CardBody>
);
