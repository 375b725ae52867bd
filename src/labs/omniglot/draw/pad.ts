/** What is drawn into the task in sight, and where: support drawings in place of its own, and one more query. Knows no lab and no React. */

import { createStore, type StoreApi } from 'zustand/vanilla';
import { defaultStrokes } from '../../../characters/defaultStrokes';
import { blank, type Drawing, imageOf, isBlank } from '../../../characters/drawing';
import { PIXELS } from '../../../tasks/glyphs/glyphs';
import { normalised } from '../../../tasks/glyphs/normalised';
import type { Strokes } from '../../../tasks/glyphs/strokes';
import type { EpisodeAnswer, Replaced } from '../episode/question';
import { QUERY } from '../fields';
import type { Drawn } from './drawingsText';
import type { DrawQuestion, GivenAnswer } from './question';

interface Shape {
  readonly ways: number;
  readonly shots: number;
  /** Whether own drawings are normalised, as given ones come. */
  readonly normalise: 'off' | 'on';
}

export interface PadState extends Shape {
  /** The task's support drawings, class by class: ways × shots; null while they are not known. */
  readonly given: readonly Drawing[] | null;
  /** Support drawings that a person puts in their place; blank where they were erased. */
  readonly own: ReadonlyMap<number, Drawing>;
  /** What comes of both; blank where nothing is known. */
  readonly drawings: readonly Drawing[];
  readonly query: Drawing;
  /** The number of the given character that is on its way to the query; null for none. */
  readonly wanted: number | null;
}

/** What the pad needs to know of a task. */
type Task = Pick<EpisodeAnswer, 'ways' | 'shots' | 'support' | 'names'>;

const images = {
  off: new WeakMap<Drawing, Float32Array>(),
  on: new WeakMap<Drawing, Float32Array>(),
};

/** A drawing as the networks see it, rendered once. */
export function pixelsOf(drawing: Drawing, normalise: Shape['normalise'] = 'off'): Float32Array {
  const known = images[normalise].get(drawing);
  if (known !== undefined) return known;
  const image = imageOf(drawing);
  // What was given comes as the settings want it.
  const wanted = normalise === 'on' && drawing.kind === 'strokes' ? normalised(image) : image;
  images[normalise].set(drawing, wanted);
  return wanted;
}

/** Before it is known for how many drawings there is room. */
const fresh: PadState = {
  ways: 0,
  shots: 0,
  normalise: 'off',
  given: null,
  own: new Map(),
  drawings: [],
  query: { kind: 'strokes', strokes: defaultStrokes.query },
  wanted: null,
};

export class Pad {
  readonly store: StoreApi<PadState> = createStore<PadState>(() => fresh);
  /** Given characters that were asked for. */
  private turns = 0;

  /** As many places as tasks have drawings: what a person drew of classes and shots that stay is kept. */
  fit({ ways, shots, normalise }: Shape): void {
    const before = this.get();
    if (before.normalise !== normalise) this.show({ normalise, given: null });
    if (before.ways === ways && before.shots === shots) return;
    const own = [...before.own].flatMap(([place, drawing]): [number, Drawing][] => {
      const [way, shot] = [Math.floor(place / before.shots), place % before.shots];
      return way < ways && shot < shots ? [[way * shots + shot, drawing]] : [];
    });
    this.show({ ways, shots, given: null, own: own.length === 0 ? fresh.own : new Map(own) });
  }

  /** The support drawings of the task in sight have come. */
  offer({ ways, shots, support, names }: Task): void {
    const before = this.get();
    if (before.ways !== ways || before.shots !== shots) return;
    const imageAt = (place: number) => support.slice(place * PIXELS, (place + 1) * PIXELS);
    const given = Array.from({ length: ways * shots }, (_, place): Drawing => {
      const name = names[Math.floor(place / shots)]!;
      return { kind: 'given', image: imageAt(place), name };
    });
    // Answers bring the same drawings again and again.
    if (before.given?.every((drawing, place) => isSame(drawing, given[place]!)) !== true) {
      this.show({ given });
    }
  }

  /** Another task is in sight: its characters are others than those that a person drew for the last. */
  leave(): void {
    this.show({ given: null, own: fresh.own });
  }

  /** @param place index of a support drawing, or QUERY; what is given there takes the place of a person's own */
  draw(place: number, drawing: Drawing): void {
    const { own, ways, shots } = this.get();
    if (place === QUERY) this.store.setState({ query: drawing, wanted: null });
    else if (place < ways * shots) {
      const next = new Map(own);
      if (drawing.kind === 'given') next.delete(place);
      else next.set(place, drawing);
      this.show({ own: next });
    }
  }

  /** A given character in place of what is drawn: the task's own for a support drawing, another drawing of one of its classes for the query. */
  give(place: number): void {
    if (place === QUERY) this.store.setState({ wanted: this.turns++ });
    else {
      const own = new Map(this.get().own);
      own.delete(place);
      this.show({ own });
    }
  }

  /** A given character has come; where somebody has drawn meanwhile, that stays. */
  take({ turn, image, name }: GivenAnswer): void {
    if (turn !== this.get().wanted) return;
    this.store.setState({ query: { kind: 'given', image, name }, wanted: null });
  }

  /** What a person drew, blanks among it: neither what the page begins with nor what was given. */
  get drawn(): Drawn {
    const { own, query } = this.get();
    const all = new Map<number, Strokes>();
    if (query.kind === 'strokes' && query !== fresh.query) all.set(QUERY, query.strokes);
    for (const [place, drawing] of [...own].toSorted(([a], [b]) => a - b)) {
      if (drawing.kind === 'strokes') all.set(place, drawing.strokes);
    }
    return all;
  }

  /** Drawings that a person made elsewhere. */
  load(drawn: Drawn): void {
    for (const [place, strokes] of drawn) this.draw(place, { kind: 'strokes', strokes });
  }

  /** The task as it is without a person's drawings, and the query that the page begins with. */
  restore(): void {
    this.show({ own: fresh.own, query: fresh.query, wanted: null });
  }

  /** Whether every class has its drawings, and there is a query. */
  get isWhole(): boolean {
    const { drawings, query } = this.get();
    return drawings.length > 0 && !drawings.some(isBlank) && !isBlank(query);
  }

  /** What is drawn, as a task. */
  get task(): Pick<DrawQuestion, 'support' | 'shots' | 'query'> {
    const { drawings, query, shots, normalise } = this.get();
    const support = imagesOf(drawings, normalise);
    return { support, shots, query: pixelsOf(query, normalise) };
  }

  /** The support drawings that a person has put in the place of the task's. */
  get replaced(): Replaced {
    const { normalise, own: all } = this.get();
    const own = [...all].filter(([, drawing]) => !isBlank(drawing));
    return {
      places: own.map(([place]) => place),
      images: imagesOf(
        own.map(([, drawing]) => drawing),
        normalise,
      ),
    };
  }

  private get(): PadState {
    return this.store.getState();
  }

  private show(change: Partial<Omit<PadState, 'drawings'>>): void {
    const next = { ...this.get(), ...change };
    const { ways, shots, given, own } = next;
    const drawings = Array.from(
      { length: ways * shots },
      (_, place) => own.get(place) ?? given?.[place] ?? blank,
    );
    this.store.setState({ ...next, drawings });
  }
}

function imagesOf(drawings: readonly Drawing[], normalise: Shape['normalise']): Float32Array {
  const all = new Float32Array(drawings.length * PIXELS);
  drawings.forEach((drawing, i) => {
    all.set(pixelsOf(drawing, normalise), i * PIXELS);
  });
  return all;
}

function isSame(a: Drawing, b: Drawing): boolean {
  const [one, other] = [pixelsOf(a), pixelsOf(b)];
  return contentsOf(a) === contentsOf(b) && one.every((ink, i) => ink === other[i]);
}
const contentsOf = (drawing: Drawing): string => (drawing.kind === 'given' ? drawing.name : '');
