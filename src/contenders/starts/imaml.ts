/**
 * Implicit MAML: adaptation is a problem with a solution, φ = argmin L_support(φ) + λ/2 ‖φ − θ‖², and the solution alone
 * says how θ moves it: dφ/dθ = (I + H/λ)⁻¹. Nothing of the way there is kept, however long it is.
 *
 * Rajeswaran, Finn, Kakade and Levine 2019, arXiv 1909.04630, algorithms 1 and 2. The inverse times ∇L_query(φ) comes from
 * conjugate gradients on Hessian-vector products. They need I + H/λ to be positive definite: λ must be greater than the
 * most negative curvature at φ.
 */

import type { Engine, Rows } from '../../compute/engine';
import { stepwise } from '../adapt';
import type { Contender, Scope } from '../contender';
import { descending } from '../outerLoop';
import { type ImplicitOwn, implicitSheet } from '../sheets';
import { begin, type State } from '../state';
import { drained, type ListingLine, lines, passed, type Steps } from '../steps';
import { type Split, split } from './start';

const line = (name: string, tex: string): ListingLine => ({ name, tex });

const own = {
  proximal: line(
    'proximalStep',
    String.raw`\phi_{k+1}=\phi_k-\alpha\,\big(g_k+\lambda(\phi_k-\theta)\big)`,
  ),
  conjugate: line(
    'conjugateStep',
    String.raw`u\leftarrow\operatorname{CG}:\;\big(I+\tfrac1\lambda H_S(\phi_K)\big)\,u=v`,
  ),
  mean: line('meanOfSolved', String.raw`\bar u=\tfrac1n\textstyle\sum_i u_i`),
};

/** Keeps what is divided by from being 0 where a task is solved exactly. */
const SOFT = 1e-30;

/** One step of descent on L_S + λ/2 ‖φ − θ‖². */
const proximal = (
  engine: Engine,
  theta: Rows,
  phi: Rows,
  gradient: Rows,
  { rate, lambda }: ImplicitOwn,
): Rows => {
  const descended = engine.addScaled(phi, -rate, gradient);
  const pulled = engine.addScaled(descended, -rate * lambda, phi);
  return engine.addScaled(pulled, rate * lambda, theta);
};

/** What conjugate gradients have come to: u, and what v still differs by from the matrix times u. */
export interface Solved {
  readonly u: Rows;
  readonly residual: Rows;
}

/** Solves A u = v for each task by conjugate gradients, of Hestenes and Stiefel 1952. @param times A p */
export function* conjugateGradients(
  engine: Engine,
  times: (p: Rows) => Rows,
  v: Rows,
  products: number,
): Generator<Solved, void> {
  const soft = engine.rows(Float32Array.of(SOFT), 1);
  const squared = (a: Rows, b: Rows) => engine.addScaled(engine.dot(a, b), 1, soft);
  let u: Rows | null = null;
  let [residual, p, size] = [v, v, squared(v, v)];
  for (let i = 0; i < products; i++) {
    const bent = times(p);
    const inverse = engine.divideTasks(squared(p, bent), size);
    const along = engine.divideTasks(p, inverse);
    u = u === null ? along : engine.addScaled(u, 1, along);
    residual = engine.addScaled(residual, -1, engine.divideTasks(bent, inverse));
    yield { u, residual };
    const left = squared(residual, residual);
    p = engine.addScaled(residual, 1, engine.divideTasks(p, engine.divideTasks(size, left)));
    size = left;
  }
}

/** φ after so many steps from θ; of the way, the last step alone is held. To be used within one `tidy`. */
function* solution(
  { engine, learner }: Scope,
  theta: Rows,
  support: Split['support'],
  settings: ImplicitOwn,
): Steps<Rows> {
  let phi = theta;
  for (let k = 0; k < settings.steps; k++) {
    const from = phi;
    const gradient = engine.tidy(() => learner.at(from, support).gradient());
    yield passed(lines.innerGradient, { gradient }, k);
    phi = engine.tidy(() => proximal(engine, theta, from, gradient, settings));
    engine.release(gradient, ...(from === theta ? [] : [from]));
    yield passed(own.proximal, { phi }, k);
  }
  return phi;
}

/** ‖v‖² for each task, and what is left of it after each product: [tasks, 1] each. To be used within one `tidy`. */
export function solvedFor(
  scope: Scope,
  state: State,
  { support, query }: Split,
  settings: ImplicitOwn,
): Rows[] {
  const { engine, learner } = scope;
  const phi = drained(solution(scope, state.weights.theta!, support, settings));
  const v = learner.at(phi, query).gradient();
  const solving = conjugateGradients(
    engine,
    matrixAt(scope, phi, support, settings),
    v,
    settings.products,
  );
  return [v, ...[...solving].map(({ residual }) => residual)].map((each) => engine.dot(each, each));
}

/** (I + H/λ) p, with H that of the support points at φ. */
function matrixAt(
  { engine, learner }: Scope,
  phi: Rows,
  support: Split['support'],
  { lambda }: ImplicitOwn,
): (p: Rows) => Rows {
  const here = learner.at(phi, support);
  return (p) => engine.addScaled(p, 1 / lambda, here.hessianVector(p));
}

export const implicitMaml: Contender<ImplicitOwn, Split> = {
  ...implicitSheet,
  formula: String.raw`\theta \leftarrow \theta - \beta\,\overline{\big(I+\tfrac1\lambda\nabla^2 L_S(\phi)\big)^{-1}\nabla L_Q(\phi)},\quad \phi=\operatorname*{argmin}_{\phi}\,L_S(\phi)+\tfrac\lambda2\lVert\phi-\theta\rVert^2`,
  begin: (engine, theta) => begin(engine, { theta }),
  draw: split,
  listing: () => [
    ...[lines.innerGradient, own.proximal, lines.queryGradient],
    ...[own.conjugate, own.mean, lines.outerStep],
  ],
  *step(scope, state, { support, query }, { outer }, settings) {
    const { engine, learner } = scope;
    const phi = yield* solution(scope, state.weights.theta!, support, settings);
    const v = learner.at(phi, query).gradient();
    yield passed(lines.queryGradient, { v });
    const times = matrixAt(scope, phi, support, settings);
    let u = v;
    for (const solved of conjugateGradients(engine, times, v, settings.products)) {
      ({ u } = solved);
      yield passed(own.conjugate, { u });
    }
    const theta = engine.mean(u);
    yield passed(own.mean, { u: theta });
    return yield* descending(engine, state, { theta }, outer);
  },
  adapt: ({ engine, learner }, { weights: { theta } }, support, { steps }, settings) =>
    stepwise(engine, theta!, steps, (phi) =>
      proximal(engine, theta!, phi, learner.at(phi, support).gradient(), settings),
    ),
};
