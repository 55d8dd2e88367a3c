import { i18n } from '#i18n';
import { ownVersion } from '@/lib/browser/extension';
import { Section } from './Section';

/** Name, version, and whose it is not. */
export const About = () => (
  <Section id="about" title={i18n.t('about.title')}>
    <div class="box">
      <div class="row">
        <p>
          <b>{i18n.t('about.version', [ownVersion()])}</b>
          <small>{i18n.t('about.notAffiliated')}</small>
        </p>
      </div>
    </div>
  </Section>
);
