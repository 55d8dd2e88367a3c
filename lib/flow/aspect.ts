/** Only these two exist for video; extend, reshoot and upscale keep the source's. */
export const ASPECTS = ['landscape', 'portrait'] as const;

export type Aspect = (typeof ASPECTS)[number];

const PREFIX = 'VIDEO_ASPECT_RATIO_';

/** `landscape` → `VIDEO_ASPECT_RATIO_LANDSCAPE`, as in all captured requests. */
export const aspectToWire = (aspect: Aspect): string => PREFIX + aspect.toUpperCase();

/** The reverse; undefined for anything else, images' own ratios among them. */
export const aspectFromWire = (word: string | undefined): Aspect | undefined =>
  ASPECTS.find((aspect) => aspectToWire(aspect) === word);
