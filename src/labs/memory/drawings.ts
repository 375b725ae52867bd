/** What of a drawing goes into a reader: computed once for each, a character at a time, and kept. */

import type { Engine } from '../../compute/engine';
import { type Turn, undisturbed } from '../../session/turn';
import { type Glyphs, PIXELS, SIDE } from '../../tasks/glyphs/glyphs';
import type { DrawnStream, ReadStream } from '../../tasks/streams';
import { type Embedder, embedderOf, type ShippedEmbedding } from '../kit/embedding/shipped';

/** Pixels are read at half their resolution, a mean over each 2 × 2. */
const COARSE = SIDE / 2;

interface Source {
  readonly width: number;
  /** Of drawings, row-major [drawings, PIXELS]. */
  of(drawings: Float32Array): Promise<Float32Array>;
  dispose(): void;
}

/** [drawings, PIXELS] → [drawings, COARSE²], each divided by its greatest number: thin strokes would be faint. */
export function coarse(drawings: Float32Array): Float32Array {
  const count = drawings.length / PIXELS;
  const size = COARSE * COARSE;
  const out = new Float32Array(count * size);
  for (let d = 0; d < count; d++) {
    let most = 0;
    for (let i = 0; i < size; i++) {
      const at = d * PIXELS + 2 * Math.floor(i / COARSE) * SIDE + 2 * (i % COARSE);
      const sum =
        drawings[at]! + drawings[at + 1]! + drawings[at + SIDE]! + drawings[at + SIDE + 1]!;
      out[d * size + i] = sum / 4;
      most = Math.max(most, sum / 4);
    }
    if (most > 0) for (let i = 0; i < size; i++) out[d * size + i]! /= most;
  }
  return out;
}

export class Drawings {
  private readonly known = new Map<number, Float32Array>();
  readonly features: 'embedding' | 'pixels';

  private constructor(
    readonly glyphs: Glyphs,
    private readonly source: Source,
    features: Drawings['features'],
  ) {
    this.features = features;
  }

  /** @param embedding null for pixels */
  static async of(
    engine: Engine,
    glyphs: Glyphs,
    embedding: ShippedEmbedding | null,
    seed: number,
    turn: Turn = undisturbed,
  ): Promise<Drawings> {
    if (embedding === null) {
      const of = async (drawings: Float32Array) => coarse(drawings);
      return new Drawings(glyphs, { width: COARSE * COARSE, of, dispose: () => {} }, 'pixels');
    }
    const embedder: Embedder = await embedderOf(engine, embedding, glyphs, seed, turn);
    const source = { ...embedder, of: embedder.embed };
    return new Drawings(glyphs, source, 'embedding');
  }

  /** Numbers of a drawing. */
  get width(): number {
    return this.source.width;
  }

  /** A drawing as it is shown. */
  pixels(glyph: number, drawing: number): Float32Array {
    const out = new Float32Array(PIXELS);
    this.glyphs.write(glyph, drawing, 0, out, 0);
    return out;
  }

  /** A stream as it is read. @param own ink of drawings that stand in the place of its own, by place */
  async read(
    stream: DrawnStream,
    turn: Turn,
    own: ReadonlyMap<number, Float32Array> = new Map(),
  ): Promise<ReadStream> {
    const { width } = this;
    const features = new Float32Array(stream.length * width);
    for (const [t, { glyph, drawing }] of stream.entries()) {
      const ink = own.get(t);
      if (ink !== undefined) {
        features.set(await this.source.of(ink), t * width);
        continue;
      }
      const all = this.known.get(glyph) ?? (await this.compute(glyph, turn));
      features.set(all.subarray(drawing * width, (drawing + 1) * width), t * width);
    }
    return { features, labels: stream.map(({ label }) => label) };
  }

  async readAll(streams: readonly DrawnStream[], turn: Turn): Promise<ReadStream[]> {
    const all: ReadStream[] = [];
    for (const stream of streams) all.push(await this.read(stream, turn));
    return all;
  }

  /** All drawings of a character, whoever asks for which first: so that they are the same in every run. */
  private async compute(glyph: number, turn: Turn): Promise<Float32Array> {
    await turn.pause();
    const { drawings } = this.glyphs.classes[glyph]!;
    const pixels = new Float32Array(drawings * PIXELS);
    for (let d = 0; d < drawings; d++) this.glyphs.write(glyph, d, 0, pixels, d * PIXELS);
    const found = await this.source.of(pixels);
    this.known.set(glyph, found);
    return found;
  }

  dispose(): void {
    this.source.dispose();
  }
}
