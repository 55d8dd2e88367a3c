import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startBridge } from '@/lib/capture/bridge';

// Not `defineContentScript`: around one of the isolated world WXT puts a context that shows the page
// the extension's id. The manifest names this file by itself.
export default defineUnlistedScript({ main: startBridge });
