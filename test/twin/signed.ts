import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { TwinClock } from './clock';
import type { Media } from './media';

const STORAGE = 'https://storage.googleapis.com';
const ACCESS_ID = 'labs-ai-sandbox-videoserver-prod@system.gserviceaccount.com';

export interface Signer {
  address(media: Media, as: 'video' | 'image'): string;
  fault(path: string, query: Record<string, string>): SignatureFault | undefined;
}

type SignatureFault = 'AccessDenied' | 'SignatureDoesNotMatch' | 'ExpiredToken';

export function createSigner(clock: TwinClock, signedForMs: number): Signer {
  const secret = randomBytes(32);
  // 256 bytes, as long as the real (RSA) ones.
  const sign = (path: string, expires: string) => {
    const once = createHmac('sha256', secret).update(`${path}\n${expires}`).digest();
    return Buffer.concat(Array.from({ length: 8 }, () => once)).toString('base64');
  };
  return {
    address(media, as) {
      const path = `/ai-sandbox-videofx/${as}/${media.mediaKey}`;
      const expires = String(Math.ceil((clock.now() + signedForMs) / 1000));
      const signature = encodeURIComponent(sign(path, expires));
      return `${STORAGE}${path}?GoogleAccessId=${ACCESS_ID}&Expires=${expires}&Signature=${signature}`;
    },
    fault(path, { GoogleAccessId, Expires, Signature }) {
      if (GoogleAccessId !== ACCESS_ID || !Expires || !Signature) return 'AccessDenied';
      const [given, right] = [Buffer.from(Signature), Buffer.from(sign(path, Expires))];
      const same = given.length === right.length && timingSafeEqual(given, right);
      if (!same) return 'SignatureDoesNotMatch';
      return clock.now() >= Number(Expires) * 1000 ? 'ExpiredToken' : undefined;
    },
  };
}
