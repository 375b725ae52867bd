/** A measurement without a page, on the first engine of those wanted that works on this machine. */

import { candidates } from '../../compute/catalogue';
import type { Engine, EngineName } from '../../compute/engine';
import { startEngine } from '../../compute/engines';
import type { Measured } from './reproduction';

export async function onEngine(
  wanted: EngineName | 'auto',
  measure: (engine: Engine) => Promise<Omit<Measured, 'engine'>>,
): Promise<Measured> {
  const { engine, name } = await startEngine(candidates(wanted));
  try {
    return { ...(await measure(engine)), engine: name };
  } finally {
    engine.dispose();
  }
}
