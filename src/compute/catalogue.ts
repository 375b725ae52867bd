/** The engines by name: what a link may ask for, what stands in for what. Data only; their names are in the catalogues of words. */

import type { EngineName } from './engine';

interface EngineEntry {
  /** Whether it computes on a graphics device, which can be lost or run out of memory. */
  readonly graphics: boolean;
}

export const engines: Readonly<Record<EngineName, EngineEntry>> = {
  simd: { graphics: false },
  'tfjs-webgpu': { graphics: true },
  'tfjs-webgl': { graphics: true },
  'tfjs-wasm': { graphics: false },
  'tfjs-cpu': { graphics: false },
};

/** For networks this small a processor is faster than handing work to a graphics device. */
const automatic: readonly EngineName[] = [
  'simd',
  'tfjs-wasm',
  'tfjs-webgpu',
  'tfjs-webgl',
  'tfjs-cpu',
];

/** What takes over when the engine before it is missing or lost. */
const fallback: readonly EngineName[] = [
  'tfjs-webgpu',
  'tfjs-webgl',
  'simd',
  'tfjs-wasm',
  'tfjs-cpu',
];

/** Engines to try for `name`, in order: for one engine, itself and then what stands in for it. */
export function candidates(name: EngineName | 'auto'): readonly EngineName[] {
  return name === 'auto' ? automatic : fallback.slice(fallback.indexOf(name));
}
