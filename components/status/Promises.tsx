import { i18n } from '#i18n';

/** What Second Take reads, keeps and costs. */
export const Promises = () => (
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
);
