/** How often a network of alphabets errs on alphabets that were held back: questions like those of the official test. */

import type { Engine } from '../../../compute/engine';
import { stream } from '../../../math/rng';
import type { Network } from '../../../networks/network';
import { byAlphabet } from '../../../tasks/glyphs/alphabets';
import { elasticInto } from '../../../tasks/glyphs/elastic';
import { PIXELS } from '../../../tasks/glyphs/glyphs';
import type { FineDrawings } from '../../../tasks/glyphs/pairs';
import { frozenNetwork } from '../methods/frozen';

const RUNS = 40;
const WAYS = 20;

export interface Errors {
  readonly alphabet: string;
  readonly questions: number;
  readonly wrong: number;
}

/** For each alphabet 40 runs of 20 of its characters, drawn once each by one drawer and once each by another. */
export async function validate(
  engine: Engine,
  body: Network,
  frozen: Float32Array,
  drawings: FineDrawings,
  among: readonly number[],
  seed: number,
): Promise<Errors[]> {
  const learner = engine.compile(frozenNetwork(body), null);
  const theta = engine.rows(frozen, 1);
  const found: Errors[] = [];
  for (const [alphabet, characters] of byAlphabet(drawings.names, among)) {
    let [questions, wrong] = [0, 0];
    for (let run = 0; run < RUNS; run++) {
      const random = stream(seed, `validation ${alphabet}`, run);
      const ways = Math.min(WAYS, characters.length);
      const chosen = random.choose(characters.length, ways).map((i) => characters[i]!);
      const drawers = random.choose(drawings.drawers, 2);
      const inputs = new Float32Array(2 * ways * PIXELS);
      drawers.forEach((drawer, side) => {
        chosen.forEach((character, i) => {
          const at = (side * ways + i) * PIXELS;
          const plain = { symmetry: 0, strength: 0 };
          elasticInto(drawings.read(character, drawer), plain, random, inputs, at);
        });
      });
      const batch = learner.batch({ tasks: 1, points: 2 * ways, inputs, targets: null });
      const rows = engine.tidy(() => learner.predict(theta, batch));
      const embedded = await engine.read(rows);
      engine.release(batch, rows);
      wrong += errorsOf(embedded, ways);
      questions += ways;
    }
    found.push({ alphabet, questions, wrong });
  }
  engine.release(theta);
  return found;
}

/** How many of the second half are nearest to another than their own of the first; all lie on one sphere. */
function errorsOf(embedded: Float32Array, ways: number): number {
  const width = embedded.length / (2 * ways);
  const dot = (a: number, b: number) => {
    let sum = 0;
    for (let j = 0; j < width; j++) sum += embedded[a * width + j]! * embedded[b * width + j]!;
    return sum;
  };
  let wrong = 0;
  for (let i = 0; i < ways; i++) {
    const own = dot(ways + i, i);
    for (let other = 0; other < ways; other++) {
      if (other !== i && dot(ways + i, other) >= own) {
        wrong += 1;
        break;
      }
    }
  }
  return wrong;
}
