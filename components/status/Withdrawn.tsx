import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import type { Action } from '@/lib/flow/action';
import { openSelfCheck } from '../store/tabs';
import { CardBody } from './Card';

/** Flow does not seem to know an action any more: the other three go on. */
export const Withdrawn = ({ action }: { action: Action }) => {
  const { withdrawn } = useViewStore();
  return (
    <CardBody
      picture="withdrawn"
      title={i18n.t('card.withdrawn', [i18n.t(`action.${action}`)])}
      actions={[
        { label: i18n.t('do.checkAgain'), follow: withdrawn.retry },
        { label: i18n.t('card.selfCheck'), follow: openSelfCheck },
      ]}
    >
      <p>{i18n.t('card.withdrawnText')}</p>
    </CardBody>
  );
};
