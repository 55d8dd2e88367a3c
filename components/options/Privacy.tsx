import { i18n } from '#i18n';

const ROWS = ['jobs', 'library', 'choices', 'session'] as const;

/** What is kept, where, and for how long. */
export const Privacy = () => (
  <section class="sec" aria-labelledby="privacy">
    <h2 id="privacy">{i18n.t('privacy.title')}</h2>
    <p class="lead">{i18n.t('privacy.lead')}</p>
    <div class="box">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{i18n.t('privacy.what')}</th>
            <th scope="col">{i18n.t('privacy.where')}</th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map((row) => (
            <tr key={row}>
              <th scope="row">{i18n.t(`privacy.${row}`)}</th>
              <td>{i18n.t(`privacy.${row}Where`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </section>
);
