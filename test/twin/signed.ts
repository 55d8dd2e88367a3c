import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { TwinClock } from './clock';
import type { Media } from './media';

const STORAGE = 'https://storage.googleapis.com';
const CONTENT = 'https://flow-content.google';
const BUCKET = '/ai-sandbox-videofx';
const KEY_NAME = 'labs-flow-prod-cdn-key';
const ACCESS_ID = 'labs-ai-sandbox-videoserver-prod@system.gserviceaccount.com';

export interface Signer {
  address(media: Media, as: 'video' | 'image'): string;
  contentAddress(media: Media, as: 'video' | 'image'): string; // where the page's redirects lead
  fault(path: string, query: Record<string, string>): SignatureFault | undefined;
  renew(): void; // addresses signed so far are refused, whatever time they have left
}

type SignatureFault = 'AccessDenied' | 'SignatureDoesNotMatch' | 'ExpiredToken';

export function createSigner(clock: TwinClock, signedForMs: number): Signer {
  let secret = randomBytes(32);
  // 256 bytes, as long as the real (RSA) ones.
  const sign = (path: string, expires: string) => {
    const once = createHmac('sha256', secret).update(`${path}\n${expires}`).digest();
    return Buffer.concat(Array.from({ length: 8 }, () => once)).toString('base64');
  };
  const end = () => String(Math.ceil((clock.now() + signedForMs) / 1000));
  return {
    renew() {
      secret = randomBytes(32);
    },
    contentAddress(media, as) {
      const path = `/${as}/${media.mediaKey}`;
      const expires = end();
      const signature = encodeURIComponent(sign(path, expires));
      return `${CONTENT}${path}?Expires=${expires}&KeyName=${KEY_NAME}&Signature=${signature}`;
    },
    address(media, as) {
      const path = `${BUCKET}/${as}/${media.mediaKey}`;
      const expires = end();
      const signature = encodeURIComponent(sign(path, expires));
      return `${STORAGE}${path}?GoogleAccessId=${ACCESS_ID}&Expires=${expires}&Signature=${signature}`;
    },
    fault(path, { GoogleAccessId, KeyName, Expires, Signature }) {
      const isKnown = path.startsWith(BUCKET) ? GoogleAccessId === ACCESS_ID : KeyName === KEY_NAME;
      if (!isKnown || !Expires || !Signature) return 'AccessDenied';
      const [given, right] = [Buffer.from(Signature), Buffer.from(sign(path, Expires))];
      const same = given.length === right.length && timingSafeEqual(given, right);
      if (!same) return 'SignatureDoesNotMatch';
      return clock.now() >= Number(Expires) * 1000 ? 'ExpiredToken' : undefined;
    },
  };
}
