/**
 * Starts one TensorFlow.js backend. Each is loaded only when used, and each says how it can be lost.
 */

import * as tf from '@tensorflow/tfjs-core';
import { EngineError, type EngineName } from '../engine';

export type TfjsEngineName = Extract<EngineName, `tfjs-${string}`>;

/** A started backend. */
export interface Backend {
  /** Resolves, with what happened, when the device goes away; never if it cannot. */
  readonly lost: Promise<string>;
  /** What has gone wrong without an exception or a lost device; null if nothing has. */
  trouble(): string | null;
}

const reliable: Backend = { lost: new Promise(() => {}), trouble: () => null };
const OUT_OF_MEMORY = 'the graphics device is out of memory';

/**
 * Starts the backend of `engine` and makes it TensorFlow.js's current one.
 *
 * @throws EngineError 'missing' if this browser or machine does not have it
 */
export async function startBackend(engine: TfjsEngineName): Promise<Backend> {
  tf.enableProdMode();
  try {
    switch (engine) {
      case 'tfjs-webgpu':
        return await startWebGpu();
      case 'tfjs-webgl':
        return await startWebGl();
      case 'tfjs-wasm':
        return await startWasm();
      case 'tfjs-cpu':
        return await startCpu();
      default:
        return engine satisfies never;
    }
  } catch (error) {
    if (error instanceof EngineError) throw error;
    throw missing(engine, error instanceof Error ? error.message : String(error));
  }
}

function missing(engine: EngineName, why: string): EngineError {
  return new EngineError(engine, 'missing', why);
}

async function use(engine: EngineName, backend: string): Promise<void> {
  const started = await tf.setBackend(backend);
  if (!started || tf.getBackend() !== backend)
    throw missing(engine, `the ${backend} backend did not start`);
  await tf.ready();
}

async function startWebGpu(): Promise<Backend> {
  if (!('gpu' in navigator) || !navigator.gpu) {
    throw missing('tfjs-webgpu', 'this browser has no WebGPU');
  }
  if ((await navigator.gpu.requestAdapter()) === null) {
    throw missing('tfjs-webgpu', 'WebGPU finds no graphics device on this machine');
  }
  await import('@tensorflow/tfjs-backend-webgpu');
  await use('tfjs-webgpu', 'webgpu');
  const { device } = tf.backend() as unknown as { device: GPUDevice };
  const lost = device.lost.then((info) => info.message || 'the WebGPU device was lost');
  // What follows an operation that failed is computed from nothing.
  const failed = new Promise<string>((resolve) => {
    device.addEventListener('uncapturederror', ({ error }) =>
      resolve(error instanceof GPUOutOfMemoryError ? OUT_OF_MEMORY : error.message),
    );
  });
  return { lost: Promise.race([lost, failed]), trouble: () => null };
}

async function startWebGl(): Promise<Backend> {
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('webgl2', {
    alpha: false,
    antialias: false,
    premultipliedAlpha: false,
    preserveDrawingBuffer: false,
    depth: false,
    stencil: false,
    failIfMajorPerformanceCaveat: false,
  });
  if (context === null) throw missing('tfjs-webgl', 'this browser gives no WebGL 2 context');
  const { setWebGLContext } = await import('@tensorflow/tfjs-backend-webgl');
  setWebGLContext(2, context);
  // Packed programs leave rubbish in the padding of odd sizes after a broadcast, and a packed product over
  // an odd dimension then adds it up: gradients were off by 10% (5 points, 6 units).
  tf.env().set('WEBGL_PACK', false);
  await use('tfjs-webgl', 'webgl');
  if (!tf.env().getBool('WEBGL_RENDER_FLOAT32_CAPABLE')) {
    throw missing(
      'tfjs-webgl',
      'this graphics device computes in 16 bits, too coarse for second derivatives',
    );
  }
  const lost = new Promise<string>((resolve) => {
    canvas.addEventListener('webglcontextlost', () => resolve('the WebGL context was lost'));
  });
  return {
    lost,
    trouble: () => (context.getError() === context.OUT_OF_MEMORY ? OUT_OF_MEMORY : null),
  };
}

async function startWasm(): Promise<Backend> {
  if (typeof WebAssembly === 'undefined')
    throw missing('tfjs-wasm', 'this browser has no WebAssembly');
  const [{ setWasmPaths }, plain, simd, threaded] = await Promise.all([
    import('@tensorflow/tfjs-backend-wasm'),
    import('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url'),
    import('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url'),
    import('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url'),
  ]);
  setWasmPaths({
    'tfjs-backend-wasm.wasm': plain.default,
    'tfjs-backend-wasm-simd.wasm': simd.default,
    'tfjs-backend-wasm-threaded-simd.wasm': threaded.default,
  });
  await use('tfjs-wasm', 'wasm');
  return reliable;
}

async function startCpu(): Promise<Backend> {
  await import('@tensorflow/tfjs-backend-cpu');
  await use('tfjs-cpu', 'cpu');
  return reliable;
}
