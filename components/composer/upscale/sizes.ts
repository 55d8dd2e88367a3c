import type { Media } from '@/lib/flow/media';

/** 1280 × 720; undefined while it was not read from the file. */
export const sizeNow = ({ width, height }: Media): string | undefined =>
  width && height ? `${width} × ${height}` : undefined;

/** What an upscale makes of a clip: the same shape. */
export const sizeAfter = ({ aspect }: Media): string =>
  aspect === 'portrait' ? '1080 × 1920' : '1920 × 1080';
