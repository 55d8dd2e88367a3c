import { i18n } from '#i18n';
import { Records } from './Records';
import { Section } from './Section';

const ROWS = ['jobs', 'library', 'choices', 'session'] as const;

/** What is kept, what for, where, and for how long. */
export const Privacy = () => (
  <Section id="privacy" title={i18n.t('privacy.title')} lead={i18n.t('privacy.lead')}>
    <div class="box">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{i18n.t('privacy.what')}</th>
            <th scope="col">{i18n.t('privacy.why')}</th>
            <th scope="col">{i18n.t('privacy.where')}</th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map((row) => (
            <tr key={row}>
              <th scope="row">{i18n.t(`privacyRow.${row}`)}</th>
              <td>{i18n.t(`privacyRow.${row}Why`)}</td>
              <td>{i18n.t(`privacyRow.${row}Where`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
    <Records />
  </Section>
);
