/** Which characters of the set stand in for drawings, so that places of one class show one character. */

import type { Wanted } from './question';

/** Drawings that support places never use are kept for the query. */
const QUERY_DRAWING = 10;
const QUERY_DRAWINGS = 10;

export class Giving {
  /** The character of each class that was given one, and how many of its drawings were. */
  private readonly classes = new Map<number, { character: number; drawings: number }>();
  private characters = 0;
  private queries = 0;

  /**
   * What to ask for, to fill these places.
   *
   * A class that has no given drawing yet gets a new character. Asking again for a place that was given gives another
   * drawing of the character where there are several shots, and another character where there is one.
   *
   * @param places indices of support drawings, −1 for the query
   */
  wants(
    places: readonly number[],
    { shots }: { readonly shots: number },
    isGiven: (place: number) => boolean,
  ): Wanted[] {
    const anew = new Set<number>();
    return places.map((place): Wanted => {
      if (place < 0) return this.query(place);
      const way = Math.floor(place / shots);
      const others = Array.from({ length: shots }, (_, i) => way * shots + i).filter(
        (other) => other !== place && isGiven(other),
      );
      let own = this.classes.get(way);
      if (own === undefined || (others.length === 0 && !anew.has(way))) {
        own = { character: this.characters++, drawings: 0 };
        this.classes.set(way, own);
      }
      anew.add(way);
      return { place, character: own.character, drawing: own.drawings++ % QUERY_DRAWING };
    });
  }

  /** Another drawing of a class that was given, each in turn; of any character if none was. */
  private query(place: number): Wanted {
    const given = [...this.classes.values()];
    const turn = this.queries++;
    const character = given[turn % Math.max(1, given.length)]?.character ?? this.characters++;
    return { place, character, drawing: QUERY_DRAWING + (turn % QUERY_DRAWINGS) };
  }
}
