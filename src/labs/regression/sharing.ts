/** How the contenders of a run are shared out over workers. */

import { ownOf } from '../kit/ownFields';
import { type Sharing, united } from '../kit/sharing';
import type { RegressionSpec } from './fields';
import { type ContenderName, sheetOf } from './methods';
import type { RegressionQuestions } from './questions';
import type { RegressionSnapshot } from './snapshot';

/** A Hessian-vector product in gradients, as it was measured. */
const PRODUCT = 2;
/** What every contender does besides in a meta-iteration, in gradients: its losses are recorded, its weights moved. */
const BESIDES = 0.5;

export const sharing: Sharing<RegressionSpec, RegressionSnapshot, RegressionQuestions> = {
  names: ({ contenders }) => contenders,
  only: (spec, names) => ({ ...spec, contenders: names as readonly ContenderName[] }),
  work(spec, name) {
    const is = sheetOf(name as ContenderName);
    const inner = { rate: spec.innerRate, steps: spec.innerSteps };
    const { gradients, products } = is.cost(inner, ownOf(name, is, spec));
    return gradients === 0 ? 0 : gradients + PRODUCT * products + BESIDES;
  },
  split: ({ iteration, contenders }, names) => ({
    iteration,
    contenders: contenders.filter(({ name }) => names.includes(name)),
  }),
  join(parts, names) {
    const contenders = parts.flatMap((part) => part.contenders);
    return {
      iteration: parts[0]!.iteration,
      contenders: names.flatMap((name) => contenders.find((c) => c.name === name) ?? []),
    };
  },
  answers: {
    adapt: {
      merge: (parts, names) => ({
        ...parts[0]!,
        predictions: united(
          parts.map(({ predictions }) => predictions),
          names,
        ),
        spreads: united(
          parts.map(({ spreads }) => spreads),
          names,
        ),
      }),
    },
    evaluate: {
      same: ({ tasks }) => tasks,
      merge: (parts, names) => ({
        ...parts[0]!,
        curves: united(
          parts.map(({ curves }) => curves),
          names,
        ),
      }),
    },
    pace: {
      merge: (parts, names) => ({
        ...parts[0]!,
        seconds: united(
          parts.map(({ seconds }) => seconds),
          names,
        ),
      }),
    },
    // Any of them knows it, from the beginning.
    faded: { same: ({ at }) => at.length, merge: (parts) => parts[0]! },
    limit: { same: ({ tasks }) => tasks, merge: (parts) => parts[0]! },
    trace: { merge: (parts) => parts.find(({ recorded }) => recorded !== null) ?? parts[0]! },
    gates: { merge: (parts) => parts.find(({ gates }) => gates !== null) ?? parts[0]! },
    implicit: { merge: (parts) => parts.find(({ solving }) => solving !== null) ?? parts[0]! },
    rates: { merge: (parts) => parts.find(({ many }) => many !== null) ?? parts[0]! },
    points: {
      merge: (parts, names) => ({
        ...parts[0]!,
        curves: united(
          parts.map(({ curves }) => curves),
          names,
        ),
      }),
    },
  },
};
