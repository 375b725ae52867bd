/** Makes a pack of Omniglot's archives: what the worker does that unpacks them. */

import { type Characters, DRAWINGS, readArchive } from '../tasks/glyphs/archive';
import { type Glyphs, PIXELS, splitCounts } from '../tasks/glyphs/glyphs';
import { decodePack, packOf } from '../tasks/glyphs/pack';
import { RefusalError } from '../tasks/glyphs/refusal';
import { areEnough } from './characters';
import { type Trouble, TroubleError } from './trouble';

export interface Archive {
  readonly name: string;
  readonly content: Blob;
}

export interface UnpackRequest {
  readonly archives: readonly Archive[];
  /** The pack that is kept already: what it has beyond the archives stays. */
  readonly kept: Uint8Array | null;
  /** Characters that a split must have. */
  readonly least: number;
}

export type UnpackEvent =
  | {
      readonly kind: 'reading';
      readonly name: string;
      readonly done: number;
      readonly total: number;
    }
  | { readonly kind: 'packing' }
  | { readonly kind: 'packed'; readonly pack: Uint8Array; readonly characters: number }
  | { readonly kind: 'failed'; readonly trouble: Trouble };

/** @throws TroubleError that names the archive and what is wrong with it */
export async function unpack(
  { archives, kept, least }: UnpackRequest,
  tell: (event: UnpackEvent) => void,
): Promise<void> {
  const read: Characters[] = [];
  for (const { name, content } of archives) {
    const bytes = new Uint8Array(await content.arrayBuffer());
    try {
      read.push(readArchive(bytes, (done, total) => tell({ kind: 'reading', name, done, total })));
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error;
      const { refusal } = error;
      throw new TroubleError({ code: 'archive-refused', file: name, refusal }, { cause: error });
    }
  }
  tell({ kind: 'packing' });
  const pack = packOf([...read, ...charactersOf(kept)]);
  const glyphs = decodePack(pack);
  if (!areEnough(glyphs, least)) {
    const { validation, test } = splitCounts(glyphs);
    const characters = glyphs.classes.length;
    throw new TroubleError({ code: 'too-few-characters', characters, validation, test, least });
  }
  tell({ kind: 'packed', pack, characters: glyphs.classes.length });
}

/** What a kept pack holds, as an archive would; nothing if it is damaged. */
function charactersOf(kept: Uint8Array | null): Characters[] {
  if (kept === null) return [];
  let glyphs: Glyphs;
  try {
    glyphs = decodePack(kept);
  } catch {
    return [];
  }
  const image = new Float32Array(PIXELS);
  const characters = new Map<string, Uint8Array>();
  glyphs.classes.forEach(({ name }, glyph) => {
    const pixels = new Uint8Array(DRAWINGS * PIXELS);
    for (let drawing = 0; drawing < DRAWINGS; drawing++) {
      glyphs.write(glyph, drawing, 0, image, 0);
      pixels.set(
        image.map((ink) => Math.round(255 * ink)),
        drawing * PIXELS,
      );
    }
    characters.set(name, pixels);
  });
  return [characters];
}
