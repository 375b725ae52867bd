/** What an engine computes, on the host, with nothing left behind: each time in the same array, as others compute it. */

import type { Engine, Rows } from '../../compute/engine';

export function readRows(engine: Engine, compute: () => Rows): () => Promise<Float32Array> {
  let values: Float32Array | undefined;
  return async () => {
    const rows = engine.tidy(compute);
    values = await engine.read(rows, values);
    engine.release(rows);
    return values;
  };
}
