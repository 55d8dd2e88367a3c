import { defineContentScript } from 'wxt/utils/define-content-script';
import { startBridge } from '@/lib/capture/bridge';

export default defineContentScript({
  matches: ['https://labs.google/fx/*'],
  runAt: 'document_start',
  main: startBridge,
});
