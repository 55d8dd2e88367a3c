import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { observePage } from '@/lib/capture/page';

export default defineUnlistedScript({ main: observePage });
