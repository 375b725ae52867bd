/**
 * Who reads the questions of Lake's test: the networks that are shipped, the nearest drawing by pixels, and the nearest by
 * the modified Hausdorff distance. Each question is answered on its own: no drawing says anything of another question.
 */

import type { Engine } from '../../../compute/engine';
import { compareEmbedded } from '../../../contenders/embeddings/comparison';
import { release, type SavedState } from '../../../contenders/state';
import { type Drawing, darknessOf, writeDrawing } from '../../../tasks/glyphs/drawings';
import { type Glyphs, PIXELS } from '../../../tasks/glyphs/glyphs';
import { modifiedHausdorff, type Shape, shapeOf } from '../../../tasks/glyphs/hausdorff';
import { normalised } from '../../../tasks/glyphs/normalised';
import { SHEET, type Sheet } from '../../../tasks/glyphs/sheets';
import { bodyOf } from '../../kit/embedding/body';
import { FrozenBodies, folded, frozenNetwork } from '../../kit/embedding/frozen';
import { alphabetBody } from '../alphabet/network';
import type { TrainedOn } from '../alphabet/shipped';
import { beginningOf, classify, startOf } from '../methods/atWork';
import { pointsOf } from '../methods/points';
import { isTrained, type MethodName } from '../methods/registry';
import { Workplace } from '../methods/workplace';
import type { AlphabetFile } from '../trained/alphabetFile';
import { lakeSpec, type ReaderName, readerNames } from './names';
import type { Source } from './source';

export interface Reader {
  readonly name: ReaderName;
  /** For each of these query drawings of a sheet, the place of the support drawing that it is taken for. */
  read(sheet: Sheet, items: readonly number[]): Promise<number[]>;
}

/** What was trained beforehand. */
export interface Trained {
  /** One without is left out. */
  readonly states: Readonly<Partial<Record<MethodName, SavedState>>>;
  readonly alphabets: AlphabetFile | null;
}

/** The network of alphabets that questions are put to: one that has not practised what they are about. */
export const trainedOn = ({ asking }: Pick<Source, 'asking'>): TrainedOn =>
  asking === 'held-back' ? 'held-back' : 'all';

/** @param glyphs those that batch statistics of training drawings are taken from */
export function readersWith(
  engine: Engine,
  glyphs: Glyphs,
  { states, alphabets }: Trained,
  seed: number,
): readonly Reader[] {
  const spec = { ...lakeSpec, seed };
  const place = new Workplace(engine, spec, new FrozenBodies(engine, bodyOf(spec), glyphs, seed));
  const method = (name: MethodName): Reader => ({
    name,
    async read(sheet, items) {
      const state = startOf(engine, name, spec, states[name] ?? beginningOf(name, spec, glyphs));
      try {
        const tasks = tasksOf(sheet, items);
        const { steps } = await classify({ place, spec, name, state }, tasks);
        return likeliest(steps.at(-1)!, SHEET);
      } finally {
        release(engine, state);
      }
    },
  });
  return readerNames.flatMap((name) => {
    if (name === 'hausdorff') return [hausdorff()];
    if (name === 'alphabet') return alphabets === null ? [] : [alphabetReader(engine, alphabets)];
    return !isTrained(name) || states[name] !== undefined ? [method(name)] : [];
  });
}

const imagesOf = (drawings: readonly Drawing[]): Float32Array => {
  const out = new Float32Array(drawings.length * PIXELS);
  drawings.forEach((drawing, i) => {
    writeDrawing(drawing, out, i * PIXELS);
  });
  return out;
};

const tasksOf = ({ support, query }: Sheet, items: readonly number[]) => ({
  support: pointsOf(imagesOf(support), 1, SHEET),
  // Of what class they are is not told.
  query: {
    tasks: 1,
    points: items.length,
    inputs: imagesOf(items.map((item) => query[item]!)),
    targets: new Float32Array(items.length * SHEET),
  },
});

/** The place of the greatest value of each row. */
function likeliest(values: Float32Array, width: number): number[] {
  return Array.from({ length: values.length / width }, (_, row) => {
    const own = values.subarray(row * width, (row + 1) * width);
    return own.indexOf(Math.max(...own));
  });
}

/** The network of alphabets: drawings normalised, unless it was trained without, and the nearest on the sphere that it lays them on. */
export function alphabetReader(
  engine: Engine,
  { widths, theta, statistics }: Pick<AlphabetFile, 'widths' | 'theta' | 'statistics'>,
  seen = normalised,
): Reader {
  const body = alphabetBody(widths);
  const learner = engine.compile(frozenNetwork(body), null);
  const weights = folded(body, theta, statistics);
  return {
    name: 'alphabet',
    async read({ support, query }, items) {
      const drawings = [...support, ...items.map((item) => query[item]!)];
      const inputs = new Float32Array(drawings.length * PIXELS);
      drawings.forEach((drawing, i) => {
        inputs.set(seen(darknessOf(drawing), drawing.side), i * PIXELS);
      });
      const own = engine.rows(weights, 1);
      const batch = learner.batch({ tasks: 1, points: drawings.length, inputs, targets: null });
      const rows = engine.tidy(() => learner.predict(own, batch));
      const embedded = await engine.read(rows);
      engine.release(own, batch, rows);
      const width = embedded.length / drawings.length;
      const labels = support.map((_, way) => way);
      const both = {
        support: embedded.subarray(0, SHEET * width),
        query: embedded.subarray(SHEET * width),
      };
      return likeliest(compareEmbedded('nearest', { ...both, width, labels, ways: SHEET }), SHEET);
    },
  };
}

/** The nearest support drawing by the modified Hausdorff distance. */
export function hausdorff(): Reader {
  /** Of the sheet that was read last. */
  let known: { readonly sheet: Sheet; readonly shapes: readonly Shape[] } | null = null;
  return {
    name: 'hausdorff',
    async read(sheet, items) {
      if (known?.sheet !== sheet) known = { sheet, shapes: sheet.support.map(shapeOf) };
      const { shapes } = known;
      return items.map((item) => {
        const asked = shapeOf(sheet.query[item]!);
        const distances = shapes.map((shape) => modifiedHausdorff(asked, shape));
        return distances.indexOf(Math.min(...distances));
      });
    },
  };
}
