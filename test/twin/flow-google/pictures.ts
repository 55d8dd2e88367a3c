import { createHash } from 'node:crypto';
import type { Answer, Asked } from '../exchange';
import type { Media } from '../media';
import { rangedFile } from '../ranged-file';

const LISTED = 'https://lh3.googleusercontent.com/asb';
const PATH = /^\/asb\/([\w-]+)(?:=([\w-]+))?$/;

// Says nothing of the media that it stands for.
const tokenOf = ({ mediaKey }: Media): string => {
  const part = (salt: string) => createHash('sha512').update(`${salt} ${mediaKey}`).digest();
  return Buffer.concat([part('one'), part('two')]).toString('base64url');
};

// As lists have it. The page asks its own host for the same picture.
export const pictureUrl = (media: Media): string => `${LISTED}/${tokenOf(media)}`;

// A picture by its token, of any size; `=m22` and `=m18` are the clip itself, `=m37` is not there.
export function picture(asked: Asked, media: readonly Media[]): Answer {
  const [, token, suffix = 's0'] = PATH.exec(asked.path) ?? [];
  const found = media.find((each) => tokenOf(each) === token);
  if (!found || suffix === 'm37') return { status: 404, reason: 'asb' };
  if (asked.method !== 'GET' && asked.method !== 'HEAD') return { status: 405 };
  const isClip = /^m(18|22)$/.test(suffix) && found.kind === 'video';
  return isClip
    ? rangedFile(found.file, 'video/mp4', asked)
    : rangedFile(found.poster, 'image/jpeg', asked);
}

export const isPicture = (path: string): boolean => PATH.test(path);
