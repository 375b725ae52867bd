/** What questions are about: the contenders of a run, as they are at one moment. */

import type { Batch } from '../../compute/engine';
import type { InnerLoop, Scope, Settings, Source } from '../../contenders/contender';
import type { OnTasks } from '../../contenders/evaluation';
import { copyWeights, holdWeights, release, type State } from '../../contenders/state';
import { ownOf } from '../kit/ownFields';
import type { At } from '../kit/questions';
import type { RegressionSpec } from './fields';
import type { ContenderName } from './methods';
import { contenderOf } from './registry';
import type { RegressionSnapshot } from './snapshot';

/** A contender as it is. */
export interface Standing {
  readonly name: ContenderName;
  readonly state: State;
}

export interface Asked {
  readonly scope: Scope;
  /** Of now: live settings move. */
  readonly spec: RegressionSpec;
  readonly iteration: number;
  readonly contenders: readonly (Standing & { readonly diverged: number | null })[];
  /** What its next meta-iteration is made with. */
  readonly settings: Settings;
  /** What a meta-iteration can learn from, the next unless said; `batches` are to be released. */
  source(iteration?: number): {
    readonly source: Source;
    readonly batches: ReadonlyMap<unknown, Batch>;
  };
}

export const iterationOf = (
  { iteration }: Asked,
  at: 'now' | { readonly iteration: number },
): number => (at === 'now' ? iteration : at.iteration);

export function onTasks(
  { scope, spec }: Pick<Asked, 'scope' | 'spec'>,
  { name, state }: Standing,
  support: Batch,
  inner: InnerLoop,
): OnTasks {
  const contender = contenderOf(name);
  return { contender, scope, state, support, inner, own: ownOf(name, contender, spec) };
}

/** Copies of the states asked about, as training may go on between the parts of an answer. To be released. */
export function copiesAt(
  { scope: { engine }, contenders }: Asked,
  at: At<RegressionSnapshot>,
): readonly Standing[] {
  return at === 'now'
    ? contenders.map(({ name, state }) => ({ name, state: copyWeights(engine, state) }))
    : at.contenders.map(({ name, weights }) => ({ name, state: holdWeights(engine, weights) }));
}

export function releaseAll({ scope: { engine } }: Asked, copies: readonly Standing[]): void {
  for (const { state } of copies) release(engine, state);
}
