import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { encode } from 'fast-png';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { stream } from '../../math/rng';
import { DRAWINGS, mergeArchives, readArchive } from './archive';
import { type Glyphs, PIXELS, SIDE, splitOf } from './glyphs';
import { decodePack, packOf } from './pack';
import { type Refusal, RefusalError } from './refusal';

const PUBLISHED = 105;

/** Why bytes are refused. */
function refusalOf(read: () => unknown): Refusal {
  try {
    read();
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal;
    throw error;
  }
  throw new Error('they were not refused');
}

/** A published image: `ink` says where its ink is. */
function png(ink: (x: number, y: number) => boolean, side = PUBLISHED): Uint8Array {
  const rowBytes = Math.ceil(side / 8);
  const data = new Uint8Array(side * rowBytes).fill(255);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      if (ink(x, y)) data[y * rowBytes + (x >> 3)]! &= ~(128 >> (x & 7));
    }
  }
  return encode({ width: side, height: side, data, channels: 1, depth: 1 });
}

/** Files of one character: in each of its drawings a square of ink is elsewhere. */
function character(name: string, place = 0, drawings = DRAWINGS): Record<string, Uint8Array> {
  return Object.fromEntries(
    Array.from({ length: drawings }, (_, d) => {
      const image = png((x, y) => x >= place && x < place + 15 && y >= 2 * d && y < 2 * d + 30);
      return [`some_set/${name}/0001_${String(d + 1).padStart(2, '0')}.png`, image];
    }),
  );
}

const zipped = zipSync({
  ...character('Greek/character02', 30),
  ...character('Greek/character01'),
});

/** One drawing as numbers. */
function drawn(glyphs: Glyphs, glyph: number, drawing: number, turns = 0): Float32Array {
  const out = new Float32Array(PIXELS);
  glyphs.write(glyph, drawing, turns, out, 0);
  return out;
}

const at = (image: ArrayLike<number>, column: number, row: number) => image[row * SIDE + column]!;

describe('archives', () => {
  it('are read by character, shrunk by area', () => {
    const archive = readArchive(zipped);
    expect([...archive.keys()]).toEqual(['Greek/character01', 'Greek/character02']);
    const image = archive.get('Greek/character01')!.subarray(PIXELS, 2 * PIXELS);
    // The second drawing's square spans 0 to 15 and 2 to 32 of 105 pixels: 0 to 4 and 0.53 to 8.53 of 28.
    expect([at(image, 0, 4), at(image, 3, 4), at(image, 4, 4)]).toEqual([255, 255, 0]);
    expect(at(image, 0, 0) / 255).toBeCloseTo(1 - 2 / 3.75, 2);
    expect(at(image, 0, 8) / 255).toBeCloseTo(2 / 3.75, 2);
    expect(image.reduce((a, b) => a + b) / 255).toBeCloseTo((15 * 30) / 3.75 ** 2, 0);
  });

  it('tell how far they are', () => {
    const told: number[][] = [];
    readArchive(zipped, (done, total) => told.push([done, total]));
    expect(told.at(-1)).toEqual([40, 40]);
  });

  it('pass over what else lies in the zip', () => {
    const junk = new Uint8Array(20 * 1024 * 1024);
    const files = { '__MACOSX/x/Greek/character01/._0001_01.png': junk, 'x/README.txt': junk };
    const zip = zipSync({ ...character('Greek/character01'), ...files });
    expect([...readArchive(zip).keys()]).toEqual(['Greek/character01']);
  });

  it('may hold an image in several folders', () => {
    const files = character('Greek/character01', 30);
    const copies = Object.entries(files).map(([name, file]) => [`the_small_set/${name}`, file]);
    const zip = zipSync({ ...files, ...Object.fromEntries(copies) });
    expect(readArchive(zip)).toEqual(readArchive(zipSync(files)));
  });

  it('may lie in a zip of their repository', () => {
    const repository = zipSync({
      'omniglot-master/README.md': strToU8('of strokes, too'),
      'omniglot-master/python/images_background.zip': zipSync(character('Greek/character01')),
      'omniglot-master/python/images_evaluation.zip': zipSync(character('Angelic/character05')),
      'omniglot-master/python/strokes_background.zip': zipSync({ 'a/b.txt': strToU8('0,0,0') }),
      'omniglot-master/python/broken.zip': strToU8('not a zip'),
    });
    expect([...readArchive(repository).keys()]).toEqual([
      'Angelic/character05',
      'Greek/character01',
    ]);
  });

  it.each<[string, (path: string) => string]>([
    ['with backslashes', (path) => path.replaceAll('/', '\\')],
    ['with endings in capitals', (path) => path.replace('.png', '.PNG')],
    ['of macOS, Kaggle and torchvision', (path) => `omniglot-py/images_background/${path}`],
  ])('may have paths %s', (_, rename) => {
    const files = character('Greek/character01', 30);
    const renamed = Object.entries(files).map(([name, file]) => [rename(name), file]);
    expect(readArchive(zipSync(Object.fromEntries(renamed)))).toEqual(readArchive(zipSync(files)));
  });

  it('may be white on black: ink is what there is less of', () => {
    const ink = (x: number, y: number) => x < 20 && y < 30;
    const files = (inked: typeof ink) =>
      Object.fromEntries(
        Object.keys(character('Greek/character01')).map((name) => [name, png(inked)]),
      );
    const black = readArchive(zipSync(files(ink)));
    const white = readArchive(zipSync(files((x, y) => !ink(x, y))));
    expect(white).toEqual(black);
  });

  it('merge, the first one’s drawings of a character winning', () => {
    const second = readArchive(
      zipSync({ ...character('Greek/character02', 60), ...character('Angelic/character05') }),
    );
    const first = readArchive(zipped);
    const merged = mergeArchives([first, second]);
    expect([...merged.keys()]).toEqual([
      'Angelic/character05',
      'Greek/character01',
      'Greek/character02',
    ]);
    expect(merged.get('Greek/character02')).toBe(first.get('Greek/character02'));
  });

  const withFile = (name: string, file: Uint8Array) =>
    zipSync({ ...character('Greek/character01'), [name]: file });
  const first = 'some_set/Greek/character01/0001_01.png';
  const bomb = () => {
    // An image whose header asks for 2.5 gigapixels.
    const image = png(() => false);
    new DataView(image.buffer, image.byteOffset).setUint32(16, 50_000);
    new DataView(image.buffer, image.byteOffset).setUint32(20, 50_000);
    return withFile(first, image);
  };
  const lie = () => {
    // The directory promises fewer bytes than the entry unpacks to.
    const image = png((x, y) => (x * y) % 7 < 3);
    const zip = withFile(first, image);
    const header = new DataView(zip.buffer, zip.byteOffset);
    for (let i = 0; i + 46 < zip.length; i++) {
      const promised = header.getUint32(i, true) === 0x02014b50 && header.getUint32(i + 24, true);
      if (promised === image.length) header.setUint32(i + 24, image.length - 50, true);
    }
    return zip;
  };
  const expected = 105;
  it.each<[string, () => Uint8Array, Refusal]>([
    ['what is no zip', () => png(() => false), { code: 'no-zip' }],
    ['an empty file', () => new Uint8Array(0), { code: 'no-zip' }],
    ['a cut zip', () => zipped.slice(0, zipped.length - 500), { code: 'zip-damaged' }],
    ['a zip of other things', () => zipSync({ 'a/b.txt': zipped }), { code: 'no-images' }],
    ['an empty zip', () => zipSync({}), { code: 'no-images' }],
    [
      'a huge file',
      () => new Uint8Array(520 * 2 ** 20),
      { code: 'archive-too-large', megabytes: 520, most: 512 },
    ],
    [
      'images of another size',
      () =>
        withFile(
          first,
          png(() => false, 28),
        ),
      { code: 'image-size', file: first, width: 28, height: 28, expected },
    ],
    [
      'images of many greys',
      () => withFile(first, grey()),
      { code: 'image-has-greys', file: first },
    ],
    [
      'a missing drawing',
      () => zipSync(character('Greek/character01', 0, 19)),
      { code: 'drawings-missing', character: 'Greek/character01', drawings: 19, expected: 20 },
    ],
    [
      'a damaged image',
      () => withFile(first, png(() => true).fill(7, 50, 60)),
      { code: 'image-damaged', file: first },
    ],
    [
      'text as an image',
      () => withFile(first, new Uint8Array(40)),
      { code: 'image-size', file: first, width: 0, height: 0, expected },
    ],
    [
      'an entry that unpacks to much',
      () => withFile(first, new Uint8Array(2 ** 20)),
      { code: 'image-too-large', file: first },
    ],
    ['an entry that lies about its size', lie, { code: 'image-damaged', file: first }],
    [
      'an image that asks for much memory',
      bomb,
      { code: 'image-size', file: first, width: 50_000, height: 50_000, expected },
    ],
  ])('refuse %s', (_, make, refusal) => {
    expect(refusalOf(() => readArchive(make()))).toEqual(refusal);
  });
});

function grey(): Uint8Array {
  const data = new Uint8Array(PUBLISHED * PUBLISHED).fill(100);
  return encode({ width: PUBLISHED, height: PUBLISHED, data, channels: 1, depth: 8 });
}

describe('packs', () => {
  const archive = readArchive(zipped);
  const pack = packOf([archive]);

  it('hold what was packed, to a sixteenth', () => {
    const glyphs = decodePack(pack);
    expect(glyphs.source).toBe('omniglot');
    expect(glyphs.classes).toEqual(
      [...archive.keys()].map((name) => ({ name, split: splitOf(name), drawings: DRAWINGS })),
    );
    [...archive.values()].forEach((pixels, glyph) => {
      for (const drawing of [0, 7, 19]) {
        const image = drawn(glyphs, glyph, drawing);
        image.forEach((ink, i) => {
          expect(Math.abs(ink - pixels[drawing * PIXELS + i]! / 255)).toBeLessThan(1 / 29);
        });
      }
    });
  });

  it('turn drawings anticlockwise by quarters', () => {
    const glyphs = decodePack(pack);
    const upright = drawn(glyphs, 1, 3);
    const turned = [0, 1, 2, 3].map((turns) => drawn(glyphs, 1, 3, turns));
    expect(turned[0]).toEqual(upright);
    for (let row = 0; row < SIDE; row++) {
      for (let column = 0; column < SIDE; column++) {
        const ink = at(upright, column, row);
        expect(at(turned[1]!, row, SIDE - 1 - column)).toBe(ink);
        expect(at(turned[2]!, SIDE - 1 - column, SIDE - 1 - row)).toBe(ink);
        expect(at(turned[3]!, SIDE - 1 - row, column)).toBe(ink);
      }
    }
    expect(turned[1]).not.toEqual(upright);
  });

  it('are the same for the same archives in any order', () => {
    const other = readArchive(zipSync(character('Angelic/character05')));
    expect(packOf([archive, other, archive])).toEqual(packOf([other, archive]));
  });

  it('refuse to be cut', () => {
    for (const length of [pack.length - 1, pack.length >> 1, 21]) {
      const cut = { code: 'pack-cut', bytes: length, expected: pack.length };
      expect(refusalOf(() => decodePack(pack.subarray(0, length)))).toEqual(cut);
    }
    expect(refusalOf(() => decodePack(pack.subarray(0, 19)))).toEqual({ code: 'no-pack' });
  });

  it('notice every damaged byte', () => {
    const random = stream(1, 'damage');
    for (let i = 0; i < 300; i++) {
      const damaged = pack.slice();
      const where = i < 20 ? i : random.integer(pack.length);
      damaged[where]! ^= 1 << random.integer(8);
      expect(refusalOf(() => decodePack(damaged)).code).toContain('pack');
    }
    const longer = new Uint8Array([...pack, 0]);
    expect(refusalOf(() => decodePack(longer))).toEqual({ code: 'pack-checksum' });
  });

  it('refuse what is foreign or of another version', () => {
    expect(refusalOf(() => decodePack(zipped))).toEqual({ code: 'no-pack' });
    const later = pack.slice();
    later[4] = 9;
    const refusal = refusalOf(() => decodePack(later));
    expect(refusal).toEqual({ code: 'pack-version', version: 9, readable: 1 });
  });
});

const published = path.resolve('../shared/omniglot');
describe('Omniglot itself', () => {
  it.runIf(existsSync(published))('is read and packed', () => {
    const bytes = readFileSync(path.join(published, 'images_background_small1.zip'));
    const archive = readArchive(bytes);
    expect(archive.size).toBe(136);
    const glyphs = decodePack(packOf([archive]));
    const first = drawn(glyphs, 0, 0);
    expect(glyphs.classes[0]!.name).toBe('Balinese/character01');
    // Thin lines on much paper.
    const ink = first.reduce((a, b) => a + b) / PIXELS;
    expect(ink).toBeGreaterThan(0.03);
    expect(ink).toBeLessThan(0.15);
  });
});
