import { crc32, deflateSync } from 'node:zlib';

/** Pixels as a canvas gives them: red, green, blue and alpha of each, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: readonly number[];
}

/** What the header of a PNG says; its fields are at fixed places (PNG specification, 11.2.2). */
export interface PngHeader {
  readonly width: number;
  readonly height: number;
  /** Bits of a channel. */
  readonly depth: number;
  /** 2 is red, green and blue without alpha, 3 a palette, 6 with alpha. */
  readonly colourType: number;
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const COLOURS = 256;

/** @throws where the bytes are no PNG */
export function readPngHeader(png: Buffer): PngHeader {
  if (!png.subarray(0, 8).equals(SIGNATURE)) throw new Error('This is no PNG.');
  return {
    width: png.readUInt32BE(16),
    height: png.readUInt32BE(20),
    depth: png.readUInt8(24),
    colourType: png.readUInt8(25),
  };
}

/** A PNG with a palette: a third of the bytes that one with four channels takes for a plain drawing. */
export function palettePng({ width, height, data }: Pixels): Buffer {
  const { indexes, colours } = withFewColours(data);
  const rows = Array.from({ length: height }, (_, row) =>
    // Each row begins with its filter: none.
    Buffer.from([0, ...indexes.slice(row * width, (row + 1) * width)]),
  );
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(colours.flatMap((colour) => colour.slice(0, 3)))),
    chunk('tRNS', Buffer.from(colours.map(([, , , alpha = 255]) => alpha))),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Shades of the edges become fewer until all colours have a place in the palette. */
function withFewColours(data: readonly number[]) {
  for (let step = 1; ; step += 1) {
    const found = new Map<string, { readonly at: number; readonly colour: number[] }>();
    const indexes: number[] = [];
    for (let at = 0; at < data.length; at += 4) {
      const colour = data.slice(at, at + 4).map((value) => rounded(value, step));
      const entry = found.get(colour.join()) ?? { at: found.size, colour };
      found.set(colour.join(), entry);
      indexes.push(entry.at);
    }
    if (found.size <= COLOURS)
      return { indexes, colours: [...found.values()].map(({ colour }) => colour) };
  }
}

/** What is quite full or quite empty stays so. */
const rounded = (value: number, step: number): number =>
  value === 255 ? 255 : Math.min(255, Math.round(value / step) * step);

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(body.length, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}
