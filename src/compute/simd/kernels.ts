/** The compiled kernels, and the memory they work on. */

import plain from './build/kernels.wasm?inline';
import relaxed from './build/kernels-relaxed.wasm?inline';

/** Exports of `assembly/index.ts`. Pointers and strides are in bytes. */
export interface Kernels {
  readonly memory: WebAssembly.Memory;
  multiply(
    tasks: number,
    rows: number,
    columns: number,
    inner: number,
    a: number,
    aTask: number,
    aRow: number,
    aInner: number,
    b: number,
    bTask: number,
    c: number,
    plus: number,
    plusTask: number,
    plusRow: number,
  ): void;
  multiplyColumn(
    tasks: number,
    rows: number,
    inner: number,
    a: number,
    aTask: number,
    b: number,
    bTask: number,
    c: number,
    plus: number,
    plusTask: number,
    plusRow: number,
  ): void;
  transpose(
    tasks: number,
    rows: number,
    columns: number,
    from: number,
    fromTask: number,
    to: number,
  ): void;
  combine(
    operation: number,
    tasks: number,
    runs: number,
    length: number,
    a: number,
    aTask: number,
    aRun: number,
    b: number,
    bTask: number,
    bRun: number,
    c: number,
  ): void;
  addScaled(
    tasks: number,
    length: number,
    a: number,
    aTask: number,
    scale: number,
    b: number,
    bTask: number,
    c: number,
    cTask: number,
  ): void;
  scale(count: number, a: number, factor: number, c: number): void;
  relu(count: number, a: number, c: number): void;
  tanh(count: number, a: number, c: number): void;
  reciprocal(count: number, a: number, c: number): void;
  inverseRoot(count: number, a: number, epsilon: number, c: number): void;
  sumProducts(
    tasks: number,
    rows: number,
    columns: number,
    a: number,
    aTask: number,
    b: number,
    bTask: number,
    c: number,
  ): void;
  standardise(
    tasks: number,
    rows: number,
    columns: number,
    a: number,
    aTask: number,
    epsilon: number,
    c: number,
    scales: number,
  ): void;
  blend(
    tasks: number,
    rows: number,
    columns: number,
    p: number,
    pTask: number,
    a: number,
    aTask: number,
    q: number,
    qTask: number,
    b: number,
    bTask: number,
    start: number,
    startTask: number,
    startRow: number,
    c: number,
  ): void;
  patches: WindowKernel;
  scatterPatches: WindowKernel;
  softmax(rows: number, columns: number, a: number, c: number): void;
  softmaxSlope(rows: number, columns: number, p: number, z: number, c: number): void;
  crossEntropy(
    tasks: number,
    rows: number,
    columns: number,
    a: number,
    targets: number,
    targetsTask: number,
    c: number,
  ): void;
  lstm(
    rows: number,
    width: number,
    z: number,
    before: number,
    gates: number,
    cell: number,
    cellTanh: number,
    hidden: number,
  ): void;
  lstmSlope(
    rows: number,
    width: number,
    gates: number,
    before: number,
    cellTanh: number,
    dHidden: number,
    dCell: number,
    dz: number,
    dBefore: number,
  ): void;
  logSign(count: number, a: number, p: number, c: number): void;
  logSignSlope(count: number, a: number, p: number, z: number, c: number): void;
  sumRows(tasks: number, rows: number, columns: number, a: number, aTask: number, c: number): void;
  sumSquares(tasks: number, count: number, a: number, aTask: number, c: number): void;
  sumTasks(tasks: number, width: number, a: number, aTask: number, factor: number, c: number): void;
  copy(
    tasks: number,
    count: number,
    from: number,
    fromTask: number,
    to: number,
    toTask: number,
  ): void;
  adam(
    count: number,
    parameters: number,
    gradient: number,
    first: number,
    second: number,
    rate: number,
    beta1: number,
    beta2: number,
    epsilon: number,
    correction1: number,
    correction2: number,
    newParameters: number,
    newFirst: number,
    newSecond: number,
  ): void;
}

type WindowKernel = (
  images: number,
  height: number,
  width: number,
  channels: number,
  stride: number,
  windowsDown: number,
  windowsAcross: number,
  from: number,
  to: number,
) => void;

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
  const { instance } = await WebAssembly.instantiate(build, {
    env: {
      abort: () => {
        throw new Error('a kernel aborted');
      },
    },
  });
  return instance.exports as unknown as Kernels;
}
