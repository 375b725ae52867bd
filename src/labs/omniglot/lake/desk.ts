/** What the worker of Lake's test does: sets questions, has them read, counts. Each piece is short, and questions come first. */

import { loadCharacters } from '../../../characters/characters';
import { glyphOutline } from '../../../characters/glyphOutline';
import { TroubleError, troubleOf } from '../../../characters/trouble';
import { createSimdEngine } from '../../../compute/simd/engine';
import { writeDrawing } from '../../../tasks/glyphs/drawings';
import type { Glyphs } from '../../../tasks/glyphs/glyphs';
import { PIXELS } from '../../../tasks/glyphs/glyphs';
import { RefusalError } from '../../../tasks/glyphs/refusal';
import { readRuns } from '../../../tasks/glyphs/runs';
import { SHEET } from '../../../tasks/glyphs/sheets';
import { shippedAlphabets } from '../alphabet/shipped';
import { LEAST_CHARACTERS } from '../methods/sharedFields';
import type { AlphabetFile } from '../trained/alphabetFile';
import { cropOf } from './crop';
import { measured } from './measure';
import type { ReaderName } from './names';
import type { LakeEvent, LakeRequest } from './protocol';
import { type Reader, readersWith, trainedOn } from './readers';
import { officialSource, ownSource, type Source } from './source';

type Tell = (event: LakeEvent) => void;

export class Desk {
  private source: Source | null = null;
  private readers: readonly Reader[] = [];
  private readersWith: ((alphabets: AlphabetFile | null) => readonly Reader[]) | null = null;
  private folder = '';
  /** Pieces of work, one after another. */
  private last: Promise<void> = Promise.resolve();
  /** Counts sources: what is counted of one before is of no use. */
  private sources = 0;

  constructor(
    private readonly tell: Tell,
    private readonly load: (wanted: Glyphs['source']) => Promise<Glyphs> = (wanted) =>
      loadCharacters(wanted, LEAST_CHARACTERS),
    private readonly fetched: typeof shippedAlphabets = shippedAlphabets,
  ) {}

  hear(request: LakeRequest): Promise<void> {
    switch (request.kind) {
      case 'open':
        return this.inTurn(() => this.open(request));
      case 'archive':
        return this.inTurn(() => this.bring(request));
      case 'question':
        return this.inTurn(() => this.ask(request));
      case 'measure':
        return this.measure();
      default:
        return request satisfies never;
    }
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    const told = () =>
      work().catch((error: unknown) => {
        this.tell({ kind: 'failed', text: error instanceof Error ? error.message : String(error) });
      });
    this.last = this.last.then(told);
    return this.last;
  }

  private async open({ wanted, seed, states, folder }: Extract<LakeRequest, { kind: 'open' }>) {
    const [engine, glyphs] = await Promise.all([createSimdEngine(), this.load(wanted)]);
    this.folder = folder;
    this.readersWith = (alphabets) => readersWith(engine, glyphs, { states, alphabets }, seed);
    await this.begin(ownSource(glyphs, seed));
  }

  private async bring({ name, content }: Extract<LakeRequest, { kind: 'archive' }>) {
    try {
      await this.begin(officialSource(readRuns(new Uint8Array(await content.arrayBuffer()))));
    } catch (error) {
      const why =
        error instanceof RefusalError
          ? new TroubleError({ code: 'archive-refused', file: name, refusal: error.refusal })
          : error;
      this.tell({ kind: 'refused', trouble: troubleOf(why) });
    }
  }

  private async begin(source: Source): Promise<void> {
    // Without its file the others read.
    const network = await this.fetched(trainedOn(source), this.folder).catch(() => null);
    this.source = source;
    this.sources += 1;
    this.readers = this.readersWith?.(network) ?? [];
    const { asking, alphabets } = source;
    const heldBack = (network?.heldBack.length ?? 0) > 0;
    const readers = this.readers.map(({ name }) => name);
    this.tell({ kind: 'opened', asking, alphabets, readers, heldBack });
  }

  private async ask({ round, index }: Extract<LakeRequest, { kind: 'question' }>) {
    if (this.source === null) return;
    const { sheet, item } = this.source.question(round, index);
    const images = new Float32Array((SHEET + 1) * PIXELS);
    [...sheet.support, sheet.query[item]!].forEach((drawing, i) => {
      writeDrawing(drawing, images, i * PIXELS);
    });
    const paths = Array.from({ length: SHEET + 1 }, (_, i) =>
      glyphOutline(images.subarray(i * PIXELS, (i + 1) * PIXELS)),
    );
    const seen = { paths, crop: cropOf(images) };
    this.tell({ kind: 'question', round, index, ...seen, answer: sheet.answers[item]! });
    const choices: Partial<Record<ReaderName, number>> = {};
    for (const reader of this.readers) {
      const [choice] = await reader.read(sheet, [item]);
      choices[reader.name] = choice!;
    }
    this.tell({ kind: 'read', round, index, choices });
  }

  private async measure(): Promise<void> {
    const { sources, source } = this;
    if (source === null) return;
    const counting = measured(source, this.readers);
    for (let whole = false; !whole && this.sources === sources; ) {
      await this.inTurn(async () => {
        const { value, done } = await counting.next();
        whole = done === true;
        if (value !== undefined && this.sources === sources) {
          this.tell({ kind: 'counted', counted: value });
        }
      });
      // What was asked meanwhile takes its turn.
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
}
