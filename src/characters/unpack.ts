/** Makes a pack of Omniglot's archives: what the worker does that unpacks them. */

import { type Characters, DRAWINGS, readArchive, readImages } from '../tasks/glyphs/archive';
import { checkImage } from '../tasks/glyphs/archiveFiles';
import { type Glyphs, PIXELS, splitCounts } from '../tasks/glyphs/glyphs';
import { decodePack, packOf } from '../tasks/glyphs/pack';
import { RefusalError } from '../tasks/glyphs/refusal';
import { areEnough } from './characters';
import { type Trouble, TroubleError } from './trouble';

export interface Archive {
  readonly name: string;
  readonly content: Blob;
}

/** Images that lie in no zip. */
export interface Folder {
  readonly name: string;
  readonly images: readonly { readonly path: string; readonly content: Blob }[];
}

export interface UnpackRequest {
  readonly archives: readonly (Archive | Folder)[];
  /** Packs that are there already: what they have beyond the archives stays. */
  readonly kept: readonly Uint8Array[];
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
  for (const archive of archives) {
    const { name } = archive;
    const onProgress = (done: number, total: number) =>
      tell({ kind: 'reading', name, done, total });
    try {
      read.push(
        'images' in archive
          ? readImages(await bytesOf(archive), onProgress)
          : readArchive(await bytesIn(name, archive.content), onProgress),
      );
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error;
      const { refusal } = error;
      throw new TroubleError({ code: 'archive-refused', file: name, refusal }, { cause: error });
    }
  }
  tell({ kind: 'packing' });
  const pack = packOf([...read, ...kept.flatMap(charactersOf)]);
  const glyphs = decodePack(pack);
  if (!areEnough(glyphs, least)) {
    const { validation, test } = splitCounts(glyphs);
    const characters = glyphs.classes.length;
    throw new TroubleError({ code: 'too-few-characters', characters, validation, test, least });
  }
  tell({ kind: 'packed', pack, characters: glyphs.classes.length });
}

/** @throws TroubleError: a file on disk may be gone by now, or be no file at all */
async function bytesIn(name: string, content: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await content.arrayBuffer());
  } catch (error) {
    throw new TroubleError({ code: 'file-unreadable', file: name }, { cause: error });
  }
}

/** Files of a folder that are read at once. */
const AT_ONCE = 64;

async function bytesOf({ images }: Folder): Promise<Map<string, Uint8Array>> {
  images.forEach(({ path, content }, i) => {
    checkImage(path, content.size, i + 1);
  });
  const bytes = new Map<string, Uint8Array>();
  for (let from = 0; from < images.length; from += AT_ONCE) {
    await Promise.all(
      images.slice(from, from + AT_ONCE).map(async ({ path, content }) => {
        bytes.set(path, await bytesIn(path, content));
      }),
    );
  }
  return bytes;
}

/** What a kept pack holds, as an archive would; nothing if it is damaged. */
function charactersOf(kept: Uint8Array): Characters[] {
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
