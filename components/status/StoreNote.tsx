import './StoreNote.css';
import { TriangleAlert } from 'lucide-preact';
import { i18n } from '#i18n';
import { useViewStore } from '../store/view-store';

/** Said as long as this device stores nothing: what cannot be kept is not sent. */
export const StoreNote = () => {
  const { items } = useViewStore();
  return items.storeRefusedAt.value === undefined ? null : (
    <p class="store-note" role="alert">
      <TriangleAlert class="i" aria-hidden="true" />
      <span>{i18n.t('store.refused')}</span>
    </p>
  );
};
