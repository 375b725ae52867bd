/** The engines by name: what a link may ask for, what the page calls them, what stands in for what. Data only. */

import type { EngineName } from './engine';

export const engineLabels: Readonly<Record<EngineName, string>> = {
  simd: 'WebAssembly SIMD',
  'tfjs-webgpu': 'TensorFlow.js · WebGPU',
  'tfjs-webgl': 'TensorFlow.js · WebGL',
  'tfjs-wasm': 'TensorFlow.js · WASM',
  'tfjs-cpu': 'TensorFlow.js · CPU',
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
