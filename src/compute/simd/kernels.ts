/** The compiled kernels, and the memory they work on. */

import type { instantiate } from './build/kernels';
import plain from './build/kernels.wasm?inline';
import relaxed from './build/kernels-relaxed.wasm?inline';

/** Exports of `assembly/index.ts`, as its compiler wrote them down. Pointers and strides are in bytes. */
export type Kernels = Awaited<ReturnType<typeof instantiate>>;

// A few kilobytes, inlined: no request, and the same in a page, a worker and Node.
const decode = (url: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(url.slice(url.indexOf(',') + 1)), (c) => c.charCodeAt(0));

/**
 * The fastest build that this machine runs, or null if it has no WebAssembly SIMD.
 *
 * Relaxed SIMD multiplies and adds in one rounding on processors that can; a machine that does so once
 * does so always, so runs repeat on it, and differ in the last digits from runs without.
 */
export function supportedBuild(): Uint8Array<ArrayBuffer> | null {
  if (typeof WebAssembly === 'undefined') return null;
  return [relaxed, plain].map(decode).find((bytes) => WebAssembly.validate(bytes)) ?? null;
}

/** A new instance with memory of its own. */
export async function instantiateKernels(build: Uint8Array<ArrayBuffer>): Promise<Kernels> {
  const { instance } = await WebAssembly.instantiate(build);
  return instance.exports as unknown as Kernels;
}
