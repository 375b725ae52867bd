/** How each engine is started. Every one is loaded only when it is used. */

import { type Engine, EngineError, type EngineName, type Skipped } from './engine';
import { fault, faultOf, load } from './fault';

/**
 * Starts the first of `names` that works here.
 *
 * @returns the engine, and those that were tried in vain
 * @throws EngineError if none works
 */
export async function startEngine(
  names: readonly EngineName[],
): Promise<{ engine: Engine; name: EngineName; skipped: Skipped[] }> {
  const skipped: Skipped[] = [];
  for (const name of names) {
    try {
      return { engine: await create(name), name, skipped };
    } catch (error) {
      skipped.push({ engine: name, fault: faultOf(error) });
    }
  }
  const last = skipped.at(-1);
  const none = { ...fault('no-engine'), tried: skipped };
  throw new EngineError(last?.engine ?? 'tfjs-cpu', 'missing', none);
}

async function create(name: EngineName): Promise<Engine> {
  switch (name) {
    case 'simd':
      return (await load(() => import('./simd/engine'))).createSimdEngine();
    case 'tfjs-webgpu':
    case 'tfjs-webgl':
    case 'tfjs-wasm':
    case 'tfjs-cpu': {
      const { createTfjsEngine } = await load(() => import('./tfjs/engine'));
      return createTfjsEngine(name);
    }
    default:
      return name satisfies never;
  }
}
