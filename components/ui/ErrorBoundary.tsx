import './ErrorBoundary.css';
import type { ComponentChildren } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import { i18n } from '#i18n';
import { warn } from '@/lib/base/log';

/** Keeps an error of one view from emptying the page: jobs go on in the background all the same. */
export function ErrorBoundary({ children }: { children: ComponentChildren }) {
  const [error] = useErrorBoundary((thrown: unknown) => warn('view', thrown));
  if (error === undefined) return children;
  return (
    <section class="broken" role="alert">
      <h2>{i18n.t('panel.broken')}</h2>
      <p>{i18n.t('panel.brokenText')}</p>
      <button type="button" class="btn" onClick={() => location.reload()}>
        {i18n.t('panel.reload')}
      </button>
    </section>
  );
}
