/** What is drawn, and where: support drawings class by class, and the query. Knows no lab and no React. */

import { createStore, type StoreApi } from 'zustand/vanilla';
import { blank, type Drawing, imageOf, isBlank } from '../../../characters/drawing';
import { PIXELS } from '../../../tasks/glyphs/glyphs';
import type { Strokes } from '../../../tasks/glyphs/strokes';
import { QUERY } from '../fields';
import { defaultStrokes } from './defaultStrokes';
import type { Drawn } from './drawingsText';
import { Giving } from './giving';
import type { DrawQuestion, GivenAnswer, Wanted } from './question';

interface Shape {
  readonly ways: number;
  readonly shots: number;
}

export interface PadState extends Shape {
  /** Support drawings, class by class: ways × shots. */
  readonly drawings: readonly Drawing[];
  readonly query: Drawing;
  /** Given characters that are on their way. */
  readonly wanted: readonly Wanted[];
}

const images = new WeakMap<Drawing, Float32Array>();

/** A drawing as the networks see it, rendered once. */
export function pixelsOf(drawing: Drawing): Float32Array {
  const image = images.get(drawing) ?? imageOf(drawing);
  images.set(drawing, image);
  return image;
}

/** Before it is known for how many drawings there is room. */
const fresh: PadState = {
  ways: 0,
  shots: 0,
  drawings: [],
  query: { kind: 'strokes', strokes: defaultStrokes.query },
  wanted: [],
};

export class Pad {
  readonly store: StoreApi<PadState> = createStore<PadState>(() => fresh);
  private readonly giving = new Giving();
  /** Places that a person left empty: they are not filled again. */
  private readonly erased = new Set<string>();

  /**
   * As many places as tasks have drawings: what is there of classes and shots that stay is kept, new places take default
   * strokes, and given characters where there are none.
   */
  fit(shape: Shape): void {
    const before = this.get();
    if (before.ways !== shape.ways || before.shots !== shape.shots) this.fill(shape, before);
  }

  private fill({ ways, shots }: Shape, before: PadState): void {
    const kept = (way: number, shot: number): Drawing | undefined =>
      shot < before.shots ? before.drawings[way * before.shots + shot] : undefined;
    const drawings = Array.from({ length: ways * shots }, (_, place): Drawing => {
      const [way, shot] = [Math.floor(place / shots), place % shots];
      const strokes = defaultStrokes.support[way]?.[shot];
      return kept(way, shot) ?? (strokes === undefined ? blank : { kind: 'strokes', strokes });
    });
    const wanted = before.wanted.filter(({ place }) => place === QUERY);
    this.store.setState({ ways, shots, drawings, query: before.query, wanted });
    this.give(
      drawings.flatMap((drawing, place) =>
        isBlank(drawing) && !this.erased.has(this.nameOf(place)) ? [place] : [],
      ),
    );
  }

  /** @param place index of a support drawing, or QUERY */
  draw(place: number, drawing: Drawing): void {
    if (isBlank(drawing)) this.erased.add(this.nameOf(place));
    else this.erased.delete(this.nameOf(place));
    this.put(new Map([[place, drawing]]));
  }

  /**
   * Asks for drawings of the set, for places of one class drawings of one character: support drawings, or QUERY, which
   * gets another drawing of a class that was given.
   */
  give(places: readonly number[]): void {
    const { drawings, wanted, shots } = this.get();
    const isGiven = (place: number) => drawings[place]?.kind === 'given';
    const more = this.giving.wants(places, { shots }, isGiven);
    const others = wanted.filter(({ place }) => !places.includes(place));
    this.store.setState({ wanted: [...others, ...more] });
  }

  /** Drawings of the set have come; where somebody has drawn meanwhile, that stays. */
  take({ wanted, drawings, names }: GivenAnswer): void {
    const awaited = this.get().wanted;
    const given = wanted.flatMap((one, i) => {
      const { place, character, drawing } = one;
      const fits = awaited.some(
        (w) => w.place === place && w.character === character && w.drawing === drawing,
      );
      const image = drawings.slice(i * PIXELS, (i + 1) * PIXELS);
      return fits ? [[place, { kind: 'given', image, name: names[i]! }] as const] : [];
    });
    this.put(new Map<number, Drawing>(given));
  }

  /** What a person drew, blanks among it: neither what the page begins with nor what was given. */
  get drawn(): Drawn {
    const { drawings, query, shots } = this.get();
    const own = new Map<number, Strokes>();
    const add = (place: number, drawing: Drawing, first: Strokes | undefined) => {
      if (drawing.kind !== 'strokes' || drawing.strokes === first) return;
      if (!isBlank(drawing) || this.erased.has(this.nameOf(place))) own.set(place, drawing.strokes);
    };
    add(QUERY, query, defaultStrokes.query);
    drawings.forEach((drawing, place) => {
      add(place, drawing, defaultStrokes.support[Math.floor(place / shots)]?.[place % shots]);
    });
    return own;
  }

  /** Drawings that a person made elsewhere. */
  load(drawn: Drawn): void {
    for (const [place, strokes] of drawn) this.draw(place, { kind: 'strokes', strokes });
  }

  /** The drawings that the page begins with, again. */
  restore(): void {
    this.erased.clear();
    this.fill(this.get(), fresh);
  }

  /** Whether every class is drawn, and the query. */
  get isWhole(): boolean {
    const { drawings, query } = this.get();
    return !drawings.some(isBlank) && !isBlank(query);
  }

  /** What is drawn, as a task. */
  get task(): Pick<DrawQuestion, 'support' | 'shots' | 'query'> {
    const { drawings, query, shots } = this.get();
    const support = new Float32Array(drawings.length * PIXELS);
    drawings.forEach((drawing, i) => {
      support.set(pixelsOf(drawing), i * PIXELS);
    });
    return { support, shots, query: pixelsOf(query) };
  }

  private get(): PadState {
    return this.store.getState();
  }

  private put(at: ReadonlyMap<number, Drawing>): void {
    const { drawings, query, wanted } = this.get();
    this.store.setState({
      drawings: drawings.map((drawing, place) => at.get(place) ?? drawing),
      query: at.get(QUERY) ?? query,
      wanted: wanted.filter(({ place }) => !at.has(place)),
    });
  }

  /** A place whatever the number of shots. */
  private nameOf(place: number): string {
    const { shots } = this.get();
    return `${Math.floor(place / shots)} ${place % shots}`;
  }
}
