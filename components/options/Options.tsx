import '../styles/index.css';
import '../styles/options.css';
import { i18n } from '#i18n';
import { Mark } from '../parts/Mark';
import { dressPage } from '../shell/page';
import { About } from './About';
import { Limits } from './Limits';
import { Pace } from './Pace';
import { Privacy } from './Privacy';

dressPage();

/** The settings, in a tab. */
export const Options = () => (
  <div class="page">
    <header class="page-head">
      <Mark />
      <h1>{i18n.t('settings.title')}</h1>
    </header>
    <main>
      <Limits />
      <Pace />
      <Privacy />
      <About />
    </main>
  </div>
);
