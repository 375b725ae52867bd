/**
 * Meta-learner LSTM: learns where adaptation starts, and gates that say how much of each weight is kept at a step and how far
 * it goes down its gradient.
 *
 * Ravi and Larochelle 2017, openreview rJY0-Kcll, section 3 and algorithm 1. With the weights as the contents of a memory,
 * φ_k = f_k ∘ φ_{k−1} − i_k ∘ g_k, where g_k = ∇L_support(φ_{k−1}); i_k and f_k are sigmoids of what is linear in g_k, the loss, the
 * weight, and what the gate was one step ago. As in their code, that is its value before the sigmoid. In their equations that is
 * all; in their code g_k and the loss go through a long short-term memory of 20 units first, one for each weight, and gates read those
 * units, and gradients are divided by the number of support points once more than the mean has done. Both are settings.
 *
 * The paper takes what gates read of gradients and losses, and the gradients themselves, as constants. Let through, v passes a step
 * by v ← (∂φ_k/∂φ_{k−1})ᵀ v + H(φ_{k−1}) u + ℓ g_k, with u and ℓ the derivatives with respect to g_k and the loss: exact.
 */

import type { Batch, Engine, GatedStep, Gates, LossAt, Rows } from '../../compute/engine';
import { firstGates, GATE_UNITS } from '../../networks/gatedCell';
import type { Contender, Scope } from '../contender';
import { descending } from '../outerLoop';
import { type GatesOwn, gatesSheet } from '../sheets';
import { type Split, split } from '../starts/start';
import { begin } from '../state';
import { type ListingLine, lines, passed } from '../steps';

const line = (name: string, tex: string): ListingLine => ({ name, tex });

const own = {
  gates: line(
    'gates',
    String.raw`(i_k,f_k)=\sigma\big(W\,[g_k,\,L_S,\,\phi_k,\,(i,f)_{k-1}]+b\big)`,
  ),
  gatesOverLstm: line(
    'gates',
    String.raw`h_k=\text{LSTM}_{20}(g_k,\,L_S),\quad (i_k,f_k)=\sigma\big(W\,[h_k,\,\phi_k,\,(i,f)_{k-1}]+b\big)`,
  ),
  stepByGates: line('stepByGates', String.raw`\phi_{k+1}=f_k\circ\phi_k-i_k\circ g_k`),
  ofGates: line(
    'ofGates',
    String.raw`u\leftarrow u+\big(\tfrac{\partial\phi_{k+1}}{\partial(W,b)}\big)^{\!\top}v`,
  ),
  throughGates: line(
    'throughGates',
    String.raw`v\leftarrow\big(\tfrac{\partial\phi_{k+1}}{\partial\phi_k}\big)^{\!\top}v`,
  ),
} as const;

interface Along {
  readonly here: LossAt;
  readonly gradient: Rows;
  readonly step: GatedStep;
}

/** What the gradient of the mean loss over so many points is divided by before anything reads it. */
const dividedBy = ({ scale }: GatesOwn, { points }: Batch): number =>
  scale === 'code' ? points : 1;

/** One step on each task. @param memory of the step before */
function stepFrom(
  { engine, learner }: Scope,
  gates: Gates,
  parameters: Rows,
  { theta, memory }: { readonly theta: Rows; readonly memory: Rows | null },
  support: Batch,
  own: GatesOwn,
): Along {
  const here = learner.at(theta, support);
  const by = dividedBy(own, support);
  const whole = here.gradient();
  const gradient =
    by === 1 ? whole : engine.divideTasks(whole, engine.rows(Float32Array.of(by), 1));
  const step = gates.step(parameters, { theta, gradient, loss: here.loss(), memory });
  return { here, gradient, step };
}

const hiddenOf = ({ form }: GatesOwn): number => (form === 'lstm' ? GATE_UNITS : 0);

const compiled = (engine: Engine, own: GatesOwn): Gates =>
  engine.compileGates({
    preprocessing: own.preprocessing,
    forget: own.forget,
    hidden: hiddenOf(own),
  });

const gatesLine = ({ form }: GatesOwn): ListingLine =>
  form === 'lstm' ? own.gatesOverLstm : own.gates;

export const metaLearnerLstm: Contender<GatesOwn, Split> = {
  ...gatesSheet,
  formula: String.raw`\begin{gathered}(\theta,W,b) \leftarrow (\theta,W,b) - \beta\,\nabla\,\overline{L_Q(\phi_K)}\\[2pt]\phi_{k}=f_k\circ\phi_{k-1}-i_k\circ\nabla L_S\end{gathered}`,
  begin: (engine, theta, settings, random) =>
    begin(engine, { theta, gates: firstGates({ hidden: hiddenOf(settings) }, random) }),
  draw: split,
  listing: (settings) => [
    ...[lines.innerGradient, gatesLine(settings), own.stepByGates, lines.queryGradient],
    ...[own.ofGates, own.throughGates, lines.means, lines.outerStep],
  ],
  *step(scope, state, { support, query }, { inner, outer }, settings) {
    const { engine, learner } = scope;
    const { theta, gates: parameters } = state.weights as { theta: Rows; gates: Rows };
    const gates = compiled(engine, settings);
    const path: Along[] = [];
    let at: { theta: Rows; memory: Rows | null } = { theta, memory: null };
    for (let k = 0; k < inner.steps; k++) {
      const along = stepFrom(scope, gates, parameters, at, support, settings);
      path.push(along);
      yield passed(lines.innerGradient, { gradient: along.gradient }, k);
      yield passed(gatesLine(settings), { gates: along.step.gates() }, k);
      at = along.step;
      yield passed(own.stepByGates, { phi: at.theta }, k);
    }
    let v = learner.at(at.theta, query).gradient();
    yield passed(lines.queryGradient, { v });
    let [ofMemory, sum]: [Rows | null, Rows | null] = [null, null];
    for (let k = inner.steps - 1; k >= 0; k--) {
      const { here, step } = path[k]!;
      const back = step.backward(v, ofMemory, sum);
      [ofMemory, sum] = [back.memory, back.parameters];
      yield passed(own.ofGates, { u: sum }, k);
      v = back.theta;
      if (settings.derivatives === 'exact') {
        const { gradient, loss } = back.inputs();
        // What was read is the gradient divided: so is what comes back by it, and what comes back by the loss is along it.
        const by = dividedBy(settings, support);
        v = engine.addScaled(v, 1 / by, here.hessianVector(gradient));
        v = engine.addScaled(v, by, loss);
      }
      yield passed(own.throughGates, { v }, k);
    }
    const against = { theta: engine.mean(v), gates: engine.mean(sum!) };
    yield passed(lines.means, { v: against.theta, u: against.gates });
    return yield* descending(engine, state, against, outer);
  },
  *adapt(scope, { weights }, support, inner, settings) {
    for (const { theta } of gatedPath(scope, weights, support, inner.steps, settings)) yield theta;
  },
};

/** Where a step led, and the gates that it took of which gradients: none before the first. */
export interface Gated {
  readonly theta: Rows;
  readonly taken: { readonly gates: Rows; readonly gradient: Rows } | null;
}

/** θ and where each step leads, one at a time; each is released when the next is asked for, θ never. */
export function* gatedPath(
  scope: Scope,
  { theta, gates: parameters }: Readonly<Record<string, Rows>>,
  support: Split['support'],
  steps: number,
  settings: GatesOwn,
): Generator<Gated, void> {
  const { engine } = scope;
  const gates = compiled(engine, settings);
  let at: { theta: Rows; memory: Rows | null } = { theta: theta!, memory: null };
  let taken: Gated['taken'] = null;
  const letGo = () => {
    if (at.memory === null) return;
    engine.release(at.theta, at.memory, taken!.gates, taken!.gradient);
  };
  try {
    yield { theta: at.theta, taken };
    for (let k = 0; k < steps; k++) {
      const next = engine.tidy(() => {
        const { step, gradient } = stepFrom(scope, gates, parameters!, at, support, settings);
        const { theta: phi, memory } = step;
        return { theta: phi, memory, taken: { gates: step.gates(), gradient } };
      });
      letGo();
      at = { theta: next.theta, memory: next.memory };
      taken = next.taken;
      yield { theta: at.theta, taken };
    }
  } finally {
    letGo();
  }
}
