import type { Signal } from '@preact/signals';
import { Play } from 'lucide-preact';
import { i18n } from '#i18n';

/** Over the picture of a finished clip: plays it below its row, and ends that. */
export const PlayButton = ({ name, isOpen }: { name: string; isOpen: Signal<boolean> }) => (
  <button
    type="button"
    class="job-play"
    aria-label={i18n.t('job.preview', [name])}
    aria-expanded={isOpen.value}
    title={i18n.t('job.previewTitle')}
    onClick={() => {
      isOpen.value = !isOpen.value;
    }}
  >
    <Play class="i" aria-hidden="true" />
  </button>
);
