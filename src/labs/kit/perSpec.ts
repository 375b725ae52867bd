/** What follows from settings is computed once for them, however many panels ask for it again and again. */
export function perSpec<S extends object, T>(compute: (spec: S) => T): (spec: S) => T {
  const known = new WeakMap<S, { readonly value: T }>();
  return (spec) => {
    let found = known.get(spec);
    if (found === undefined) {
      found = { value: compute(spec) };
      known.set(spec, found);
    }
    return found.value;
  };
}
