import { defineContentScript } from 'wxt/utils/define-content-script';
import { observePage } from '@/lib/capture/page';

export default defineContentScript({
  matches: ['https://labs.google/fx/*'],
  world: 'MAIN',
  runAt: 'document_start',
  main: observePage,
});
