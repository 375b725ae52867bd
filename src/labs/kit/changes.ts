/** Settings against the run: what a change of them means, as functions of both. */

import type { Fields, SpecOf } from '../../spec/field';
import { changedFields, liveOf, tuningOf } from '../../spec/spec';

export interface Settings<S> {
  /** What the controls show. */
  readonly spec: S;
  /** What the run was started with, with live changes. */
  readonly running: S;
  /** Whether settings of the training moved during the run, so that its link does not repeat it. */
  readonly tuned: boolean;
}

/** Fields that the controls show and the run takes with a restart only. */
export function pendingIn<F extends Fields>(
  fields: F,
  { spec, running }: Pick<Settings<SpecOf<F>>, 'spec' | 'running'>,
): (keyof F & string)[] {
  return changedFields(fields, running, spec).filter(
    (name) => !(fields[name]!.hides === true && isWithin(spec[name], running[name])),
  );
}

const isWithin = (chosen: unknown, all: unknown): boolean =>
  (chosen as readonly unknown[]).every((value) => (all as readonly unknown[]).includes(value));

export interface Adopted<F extends Fields> {
  readonly settings: Settings<SpecOf<F>>;
  /** Live fields that the run takes at once. */
  readonly tuning: readonly (keyof F & string)[];
}

/**
 * The controls show `spec` now. What moves together with a setting that waits for a restart belongs to the next run: it
 * waits too.
 *
 * @param begun whether the run has trained at all
 */
export function adopt<F extends Fields>(
  fields: F,
  { spec: before, running, tuned }: Settings<SpecOf<F>>,
  spec: SpecOf<F>,
  begun: boolean,
): Adopted<F> {
  const changed = changedFields(fields, before, spec);
  const live = liveOf(fields);
  const pending = pendingIn(fields, { spec, running });
  const waiting = pending.filter((name) => !live.includes(name));
  const waits = changed.some((name) => waiting.includes(name));
  // What waited beside another setting waits no longer than that.
  const tuning = live.filter(
    (name) => !waits && pending.includes(name) && (waiting.length === 0 || changed.includes(name)),
  );
  const taken = Object.fromEntries(tuning.map((name) => [name, spec[name]]));
  const shaping = tuningOf(fields);
  return {
    settings: {
      spec,
      running: { ...running, ...(taken as Partial<SpecOf<F>>) },
      tuned: tuned || (begun && tuning.some((name) => shaping.includes(name))),
    },
    tuning,
  };
}

/** The settings of the run, with what is hidden still hidden. */
export function undone<F extends Fields>(
  fields: F,
  { spec, running }: Pick<Settings<SpecOf<F>>, 'spec' | 'running'>,
): SpecOf<F> {
  const hidden = Object.keys(fields)
    .filter((name) => fields[name]!.hides)
    .map((name) => {
      const all = running[name] as readonly unknown[];
      const chosen = (spec[name] as readonly unknown[]).filter((value) => all.includes(value));
      return [name, chosen.length > 0 ? chosen : all];
    });
  return { ...running, ...(Object.fromEntries(hidden) as Partial<SpecOf<F>>) };
}

/**
 * `spec` with one field changed, and its follower with it: a field that follows another until a person moves it away.
 *
 * @param followers the follower of each field that has one
 */
export function changed<F extends Fields, K extends keyof F & string>(
  fields: F,
  followers: Readonly<Partial<Record<keyof F & string, keyof F & string>>> | undefined,
  spec: SpecOf<F>,
  name: K,
  value: SpecOf<F>[K],
): SpecOf<F> {
  const follower = followers?.[name];
  const format = fields[name]!.format;
  const follows = follower !== undefined && format(spec[follower]) === format(spec[name]);
  return { ...spec, [name]: value, ...(follows ? { [follower]: value } : {}) };
}
