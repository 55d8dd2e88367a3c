import type { SeenMedia } from './media';
import type { Progress } from './status';

/** Why an operation came to nothing, as its reply says it. */
export interface OperationError {
  /** gRPC code. */
  readonly code?: number;
  /** Flow's own word: `PUBLIC_ERROR_…`, or `INTERNAL` for a fault of its own that has no other. */
  readonly reason?: string;
  /** Flow's own sentence, one line. */
  readonly message?: string;
}

/** How one operation stands. `status` is Flow's word as it came. */
export interface OperationState {
  /** 32 hex digits; a media id in the `media` form; absent where the reply carried the file itself. */
  readonly name?: string;
  /** It came in `media[]` alone and is asked for in that form. */
  readonly form?: 'media';
  /** Absent also where the reply has an empty one. */
  readonly sceneId?: string;
  readonly status: string;
  readonly progress: Progress;
  /** The finished media, when it is done. */
  readonly media?: SeenMedia;
  /** The id that it has, or will have. */
  readonly mediaId?: string;
  /** The finished file itself (base64 mp4): the answer to a second upscale of the same clip. */
  readonly rawBytes?: string;
  readonly error?: OperationError;
}
