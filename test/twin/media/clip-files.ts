export interface ClipFile {
  name: string;
  width: number;
  height: number;
  frames: number;
  draw: string; // a statement; c is the 2D context in units of 1280×720 or 720×1280, t the time in seconds
  crf?: number;
}

const landscape = { width: 1280, height: 720, frames: 192 };
const portrait = { width: 720, height: 1280, frames: 192 };

// The reshot looks: nearer, and the camera travels one pixel a frame (which costs the encoder nothing).
const travel = (w: number, h: number, draw: string) =>
  `c.translate(${w / 2} + 96 - Math.round(t * 24), ${h / 2}); c.scale(1.3, 1.3);
   c.translate(${-w / 2}, ${-h / 2}); ${draw}`;

export const CLIP_FILES: readonly ClipFile[] = [
  { name: 'street', ...landscape, draw: 'elm.street(c, t)' },
  { name: 'witch', ...landscape, draw: 'elm.witch(c, t)' },
  { name: 'cat', ...landscape, draw: 'elm.cat(c, t)' },
  { name: 'train', ...landscape, draw: 'elm.train(c, t)' },
  { name: 'door', ...landscape, frames: 360, draw: 'elm.door(c, t)' },
  { name: 'balloon', ...portrait, draw: 'elm.balloon(c, t)' },
  { name: 'boat', ...landscape, draw: 'elsewhere.harbour(c, t)' },
  { name: 'lighthouse', ...landscape, draw: 'elsewhere.harbour(c, t, true)' },
  { name: 'attic', ...landscape, draw: 'elsewhere.attic(c, t)' },
  // A result starts with the last second of its source, so its own time starts at the seventh.
  { name: 'extend-landscape', ...landscape, draw: 'elm.street(c, t, 7)' },
  { name: 'extend-portrait', ...portrait, draw: 'elm.balloon(c, t, 7)' },
  { name: 'reshoot-landscape', ...landscape, draw: travel(1280, 720, 'elm.street(c, t)') },
  { name: 'reshoot-portrait', ...portrait, draw: travel(720, 1280, 'elm.balloon(c, t)') },
  { name: 'references-landscape', ...landscape, draw: 'elsewhere.walk(c, t, 1280, 720)' },
  { name: 'references-portrait', ...portrait, draw: 'elsewhere.walk(c, t, 720, 1280)' },
  { name: 'upscaled-landscape', width: 1920, height: 1080, frames: 192, draw: 'elm.street(c, t)', crf: 39 },
  { name: 'upscaled-portrait', width: 1080, height: 1920, frames: 192, draw: 'elm.balloon(c, t)', crf: 39 },
];

export const SQUARES = ['coat', 'lantern', 'umbrella', 'sketch'] as const;
