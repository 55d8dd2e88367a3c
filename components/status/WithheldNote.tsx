import './StoreNote.css';
import type { ReadonlySignal } from '@preact/signals';
import { TriangleAlert } from 'lucide-preact';
import { i18n } from '#i18n';
import type { Withheld } from '@/lib/storage/withheld';

/**
 * Said while this page cannot have the database: Second Take was updated under it, or pages of an older
 * version keep it. Opened anew it is of the version that is installed.
 */
export const WithheldNote = ({ why }: { why: ReadonlySignal<Withheld | undefined> }) =>
  why.value === undefined ? null : (
    <p class="store-note" role="alert">
      <TriangleAlert class="i" aria-hidden="true" />
      <span>{i18n.t(why.value === 'newer' ? 'store.newer' : 'store.blocked')}</span>
      <button type="button" class="btn btn-s" onClick={() => location.reload()}>
        {i18n.t('panel.reload')}
      </button>
    </p>
  );
