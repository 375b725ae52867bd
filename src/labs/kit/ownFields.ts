/** The settings that contenders alone have, as fields of a lab that lists them: `steps` of `reptile` is `reptileSteps`. */

import type { Fields, SpecOf } from '../../spec/field';

/** Whoever has settings of its own. */
export interface Owner {
  readonly fields: object;
}
export type Owners = Readonly<Record<string, Owner>>;

type Prefixed<Name extends string, F> = {
  readonly [K in keyof F & string as `${Name}${Capitalize<K>}`]: F[K];
};
type Both<U> = (U extends unknown ? (u: U) => void : never) extends (i: infer I) => void
  ? I
  : never;

export type OwnFieldsOf<M extends Owners> = Both<
  { readonly [N in keyof M & string]: Prefixed<N, M[N]['fields']> }[keyof M & string]
>;

export const ownName = (owner: string, key: string): string =>
  `${owner}${key[0]!.toUpperCase()}${key.slice(1)}`;

/** The settings that all of these have, shown when their owner takes part. @param chosen the field that says who does */
export function ownFields<M extends Owners>(owners: M, chosen: string): OwnFieldsOf<M> {
  const all = Object.entries(owners).flatMap(([owner, { fields }]) =>
    Object.entries(fields as Fields).map(([key, field]) => [
      ownName(owner, key),
      {
        ...field,
        visible: (spec: Readonly<Record<string, unknown>>) =>
          (spec[chosen] as readonly string[]).includes(owner),
      },
    ]),
  );
  return Object.fromEntries(all) as OwnFieldsOf<M>;
}

/** The own settings of one of them, out of a spec. */
export function ownOf<F extends object>(
  name: string,
  { fields }: { readonly fields: F },
  spec: Readonly<Record<string, unknown>>,
): SpecOf<F> {
  const keys = Object.keys(fields).map((key) => [key, spec[ownName(name, key)]]);
  return Object.fromEntries(keys) as SpecOf<F>;
}

/** Whose setting a field is, and by which name there; null for one that all share. */
export function ownerOf(
  owners: Owners,
  field: string,
): { readonly owner: string; readonly key: string } | null {
  for (const [owner, { fields }] of Object.entries(owners)) {
    const key = Object.keys(fields).find((own) => ownName(owner, own) === field);
    if (key !== undefined) return { owner, key };
  }
  return null;
}
