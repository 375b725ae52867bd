/** What an engine computes, on the host, with nothing left behind. */

import type { Engine, Rows } from '../../compute/engine';

export async function readRows(engine: Engine, compute: () => Rows): Promise<Float32Array> {
  const rows = engine.tidy(compute);
  const values = await engine.read(rows);
  engine.release(rows);
  return values;
}
