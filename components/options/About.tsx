import { browser } from 'wxt/browser';
import { i18n } from '#i18n';

/** Name, version, and whose it is not. */
export const About = () => (
  <section class="sec" aria-labelledby="about">
    <h2 id="about">{i18n.t('about.title')}</h2>
    <div class="box">
      <div class="row">
        <p>
          <b>{i18n.t('about.version', [browser.runtime.getManifest().version])}</b>
          <small>{i18n.t('about.notAffiliated')}</small>
        </p>
      </div>
    </div>
  </section>
);
