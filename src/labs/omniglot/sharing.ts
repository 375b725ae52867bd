/** How the methods of a run are shared out over workers. */

import { type Sharing, united } from '../kit/sharing';
import type { OmniglotSpec } from './fields';
import { type MethodName, ownIn, trainingOf } from './methods/registry';
import type { ByMethod, OmniglotSnapshot } from './methods/snapshot';
import type { OmniglotQuestions } from './questions';

/** A Hessian-vector product in gradients, as it was measured. */
const PRODUCT = 2;

const isAmong = (names: readonly string[], name: string): boolean => names.includes(name);

export const sharing: Sharing<OmniglotSpec, OmniglotSnapshot, OmniglotQuestions> = {
  names: ({ methods }) => methods,
  only: (spec, names) => ({ ...spec, methods: names as readonly MethodName[] }),
  work(spec, name) {
    const training = trainingOf(name as MethodName);
    if (training === null) return 0;
    const own = ownIn(name as MethodName, spec);
    const { innerRate: rate, innerSteps } = spec;
    const steps = training.innerSteps?.(spec, own as never) ?? innerSteps;
    const { gradients, products } = training.contender.cost({ rate, steps }, own);
    return (gradients + PRODUCT * products) * drawings(spec, training, own);
  },
  draws(spec, name) {
    const shape = trainingOf(name as MethodName)?.shape;
    if (shape === undefined) return name;
    return JSON.stringify(shape(spec, ownIn(name as MethodName, spec) as never));
  },
  split: (whole, names) => ({
    ...whole,
    methods: Object.fromEntries(
      Object.entries(whole.methods).filter(([name]) => isAmong(names, name)),
    ) as OmniglotSnapshot['methods'],
    diverged: whole.diverged.filter((name) => isAmong(names, name)),
  }),
  join: (parts, names) => ({
    ...parts[0]!,
    methods: united(
      parts.map(({ methods }) => methods),
      names,
    ),
    diverged: parts.flatMap(({ diverged }) => diverged),
  }),
  answers: {
    episode: {
      same: ({ number, replaced }) => [number, replaced],
      merge: (parts, names) => ({ ...parts[0]!, ...found(parts, names), complete: all(parts) }),
    },
    draw: { merge: (parts, names) => ({ ...parts[0]!, ...found(parts, names) }) },
    trace: { merge: (parts) => parts.find(({ recorded }) => recorded !== null) ?? parts[0]! },
    given: { same: ({ turn }) => turn, merge: (parts) => parts[0]! },
    accuracy: {
      merge: (parts, names) => ({
        ...parts[0]!,
        methods: united(
          parts.map(({ methods }) => methods),
          names,
        ),
        complete: all(parts),
      }),
    },
  },
};

const all = (parts: readonly { readonly complete: boolean }[]): boolean =>
  parts.every(({ complete }) => complete);

/** What methods found, and how long each took. */
function found<M, T>(
  parts: readonly { readonly methods: ByMethod<M>; readonly times: ByMethod<T> }[],
  names: readonly string[],
) {
  const methods = parts.map((part) => part.methods);
  const times = parts.map((part) => part.times);
  return { methods: united(methods, names), times: united(times, names) };
}

/** Drawings that one gradient is taken over. */
function drawings(
  spec: OmniglotSpec,
  { shape, mixed }: NonNullable<ReturnType<typeof trainingOf>>,
  own: object,
): number {
  if (shape === undefined) return mixed?.(own as never) ?? 0;
  const { tasks, ways, shots, queries } = shape(spec, own as never);
  return tasks * ways * (shots + queries);
}
