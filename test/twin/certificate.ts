import { createHash, createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';

const read = (name: string) => readFileSync(new URL(`./certificate/${name}`, import.meta.url));

export const certificate = { key: read('key.pem'), cert: read('certificate.pem') };

// What Chromium's --ignore-certificate-errors-spki-list wants.
export const spki = createHash('sha256')
  .update(createPublicKey(certificate.cert).export({ type: 'spki', format: 'der' }))
  .digest('base64');
