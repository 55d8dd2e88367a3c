import { API_HOST, FILE_ORIGINS, FLOW_ORIGIN, NEW_FLOW_ORIGIN } from './hosts';

const MEDIA = ["'self'", 'blob:', FLOW_ORIGIN, ...FILE_ORIGINS].join(' ');

/**
 * What pages of the extension and its worker may load: nothing of a stranger, whatever URL an
 * answer named. Scripts are as strict as a manifest has them without this.
 */
export const PAGES_POLICY = [
  "script-src 'self'",
  "object-src 'none'",
  // Pictures of the lists of flow.google.com lie there as well.
  `img-src ${MEDIA} ${NEW_FLOW_ORIGIN} data:`,
  `media-src ${MEDIA}`,
  `connect-src ${MEDIA} https://${API_HOST}`,
  "font-src 'self'",
  "frame-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
].join('; ');
