import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import { FILE_ORIGINS, FLOW_ORIGIN, NEW_FLOW_ORIGIN } from '@/lib/flow/hosts';
import { number } from '@/lib/text/format';
import { Card } from './Card';
import { Promises } from './Promises';

const PAGES: readonly string[] = [FLOW_ORIGIN, NEW_FLOW_ORIGIN];
const FILES: readonly string[] = FILE_ORIGINS;

/** What each site is for, in the order in which they are told. */
const USES = ['pages', 'jobs', 'files'] as const;

function useOf(origin: string): (typeof USES)[number] {
  if (PAGES.includes(origin)) return 'pages';
  return FILES.includes(origin) ? 'files' : 'jobs';
}

/**
 * The browser keeps us from sites of the manifest: at installation, or since the user took them back.
 *
 * @param missing match patterns
 */
export function SiteAccess({ missing }: { missing: readonly string[] }) {
  const { isWelcomed, liveJobs, siteAccess } = useViewStore();
  const waiting = liveJobs.countOf('waiting');
  const origins = missing.map((pattern) => new URL(pattern).origin);
  return (
    <Card
      picture="signedOut"
      says="site-access"
      title={i18n.t('sites.title')}
      actions={[{ label: i18n.t('sites.allow'), follow: siteAccess.ask }]}
      after={
        <>
          <p class="hint" role="status">
            {siteAccess.isRefused.value && `${i18n.t('sites.refused')} `}
            {i18n.t(import.meta.env.FIREFOX ? 'sites.inFirefox' : 'sites.inChromium')}
          </p>
          {isWelcomed.value === false && (
            <details class="more">
              <summary>{i18n.t('sites.means')}</summary>
              <Promises />
            </details>
          )}
        </>
      }
    >
      <p>{i18n.t('sites.text', waiting, [number(waiting)])}</p>
      <dl class="promise">
        {USES.map((use) => (
          <Hosts key={use} use={use} origins={origins.filter((origin) => useOf(origin) === use)} />
        ))}
      </dl>
    </Card>
  );
}

function Hosts({ use, origins }: { use: (typeof USES)[number]; origins: readonly string[] }) {
  if (origins.length === 0) return null;
  return (
    <div>
      <dt>{i18n.t(`sites.${use}`)}</dt>
      <dd>{origins.map((origin) => new URL(origin).host).join(i18n.t('list.comma'))}</dd>
    </div>
  );
}
