/** Trains the network of alphabets without a page, on drawings as they are published. */

import type { Engine } from '../../../compute/engine';
import { alphabetNetwork } from '../../../contenders/embeddings/alphabet';
import { metaIteration } from '../../../contenders/outerLoop';
import { hold, read, release, type SavedState, type State } from '../../../contenders/state';
import { stream } from '../../../math/rng';
import { drawPairs, type FineDrawings, type PairShape } from '../../../tasks/glyphs/pairs';
import type { Points } from '../../../tasks/task';
import { alphabetBody, alphabetWeights, type Widths } from './network';

export interface AlphabetRecipe {
  readonly widths: Widths;
  readonly shape: PairShape;
  readonly rate: number;
  readonly keep: number;
  readonly iterations: number;
  readonly seed: number;
}

export const recipe = {
  widths: '16-32-64-128',
  shape: { groups: 4, ways: 20, alphabet: true, turned: true, strength: 1 },
  rate: 8e-3,
  keep: 0.995,
  iterations: 14_200,
  seed: 1,
} as const satisfies AlphabetRecipe;

/** The batch of a meta-iteration; it follows from its number. */
export const pairsAt = (
  drawings: FineDrawings,
  among: readonly number[],
  { shape, seed }: AlphabetRecipe,
  iteration: number,
): Points => drawPairs(drawings, among, shape, stream(seed, 'train pairs', iteration));

/** What is left to do of a run, one meta-iteration after another. */
export class AlphabetRun {
  private state: State;
  private readonly learner;

  constructor(
    private readonly engine: Engine,
    private readonly drawings: FineDrawings,
    /** Characters that it is trained on. */
    private readonly among: readonly number[],
    private readonly recipe: AlphabetRecipe,
    saved: SavedState | null,
  ) {
    const { widths, seed, shape } = recipe;
    const ways = shape.groups * shape.ways;
    this.learner = engine.compile(alphabetBody(widths), {
      name: 'pairs',
      ways,
      groups: shape.groups,
    });
    this.state =
      saved === null
        ? alphabetNetwork.begin(engine, alphabetWeights(widths, seed), this.own)
        : hold(engine, saved);
  }

  step(iteration: number): void {
    const { engine, learner, recipe } = this;
    const pairs = pairsAt(this.drawings, this.among, recipe, iteration);
    const batch = learner.batch(pairs);
    const none = () => {
      throw new RangeError('this network learns from pairs alone');
    };
    const source = {
      get tasks() {
        return none();
      },
      get mixed() {
        return none();
      },
      pairs,
      random: (name: string) => stream(recipe.seed, name, iteration),
      batch: () => batch,
    };
    const settings = {
      inner: { rate: 0, steps: 0 },
      outer: { optimizer: 'adam', rate: recipe.rate },
      left: 1 - iteration / recipe.iterations,
    } as const;
    const scope = { engine, learner };
    try {
      const made = { contender: alphabetNetwork, scope, source, settings, own: this.own };
      this.state = metaIteration(made, this.state);
    } finally {
      engine.release(batch);
    }
  }

  snapshot(): Promise<SavedState> {
    return read(this.engine, this.state);
  }

  dispose(): void {
    release(this.engine, this.state);
  }

  private get own() {
    const { rate, keep, shape } = this.recipe;
    return { rate, keep, episodes: shape.groups, ways: shape.ways, bend: shape.strength };
  }
}
