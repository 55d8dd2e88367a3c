import type { Media } from '@/lib/flow/media';
import type { SourceLookup } from './media-source';

/** The ways to look at two pictures. */
export const MODES = ['wipe', 'side', 'hold'] as const;
export type Mode = (typeof MODES)[number];

/** One of the two that are compared. */
export interface Side {
  readonly name: string;
  readonly lookup: SourceLookup;
  readonly media: Media | undefined;
  readonly posterId: string;
  /** A still: the first image of a video made from images. */
  readonly isImage: boolean;
  /** Its own frame that stands at frame 0 of the clock. */
  readonly offset: number;
  readonly measured?: (video: HTMLVideoElement) => void;
}
