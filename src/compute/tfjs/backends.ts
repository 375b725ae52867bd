/**
 * Starts one TensorFlow.js backend. Each is loaded only when used, and each says how it can be lost.
 */

import * as tf from '@tensorflow/tfjs-core';
import { EngineError, type EngineName } from '../engine';
import { type Fault, fault, faultOf } from '../fault';

export type TfjsEngineName = Extract<EngineName, `tfjs-${string}`>;

/** A started backend. */
export interface Backend {
  /** Resolves, with what happened, when the device goes away; never if it cannot. */
  readonly lost: Promise<Fault>;
  /** What has gone wrong without an exception or a lost device; null if nothing has. */
  trouble(): Fault | null;
}

const reliable: Backend = { lost: new Promise(() => {}), trouble: () => null };
const OUT_OF_MEMORY = fault('graphics-memory');

/** Milliseconds after which graphics that were refused are asked for again. */
const AGAIN = 300;

/**
 * What `ask` gives. Asked once more if it gives nothing: browsers refuse graphics in the moment that their graphics process
 * starts, or starts anew after it was lost, and give them in the next.
 */
async function persistently<T>(ask: () => T | null | Promise<T | null>): Promise<T | null> {
  try {
    const given = await ask();
    if (given !== null) return given;
  } catch {
    // Some browsers refuse with an error.
  }
  await new Promise((resolve) => setTimeout(resolve, AGAIN));
  return ask();
}

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
    throw missing(engine, faultOf(error));
  }
}

function missing(engine: EngineName, why: Fault): EngineError {
  return new EngineError(engine, 'missing', why);
}

async function use(engine: EngineName, backend: string): Promise<void> {
  const started = await tf.setBackend(backend);
  if (!started || tf.getBackend() !== backend)
    throw missing(engine, fault('backend-silent', { backend }));
  await tf.ready();
}

async function startWebGpu(): Promise<Backend> {
  if (!('gpu' in navigator) || !navigator.gpu) {
    throw missing('tfjs-webgpu', fault('no-webgpu'));
  }
  const { gpu } = navigator;
  if ((await persistently(() => gpu.requestAdapter())) === null) {
    throw missing('tfjs-webgpu', fault('no-graphics-device'));
  }
  await import('@tensorflow/tfjs-backend-webgpu');
  await use('tfjs-webgpu', 'webgpu');
  const { device } = tf.backend() as unknown as { device: GPUDevice };
  // What browsers say of a loss is of their own innards.
  const lost = device.lost.then(() => fault('device-lost'));
  // What follows an operation that failed is computed from nothing.
  const failed = new Promise<Fault>((resolve) => {
    device.addEventListener('uncapturederror', ({ error }) =>
      resolve(
        error instanceof GPUOutOfMemoryError
          ? OUT_OF_MEMORY
          : fault('other', { text: error.message }),
      ),
    );
  });
  return { lost: Promise.race([lost, failed]), trouble: () => null };
}

function webGlContext(): WebGL2RenderingContext | null {
  return new OffscreenCanvas(1, 1).getContext('webgl2', {
    alpha: false,
    antialias: false,
    premultipliedAlpha: false,
    preserveDrawingBuffer: false,
    depth: false,
    stencil: false,
    failIfMajorPerformanceCaveat: false,
  });
}

async function startWebGl(): Promise<Backend> {
  const context = await persistently(webGlContext);
  if (context === null) throw missing('tfjs-webgl', fault('no-webgl'));
  const { setWebGLContext } = await import('@tensorflow/tfjs-backend-webgl');
  setWebGLContext(2, context);
  // Packed programs leave rubbish in the padding of odd sizes after a broadcast, and a packed product over
  // an odd dimension then adds it up: gradients were off by 10% (5 points, 6 units).
  tf.env().set('WEBGL_PACK', false);
  await use('tfjs-webgl', 'webgl');
  if (!tf.env().getBool('WEBGL_RENDER_FLOAT32_CAPABLE')) {
    throw missing('tfjs-webgl', fault('coarse-graphics'));
  }
  const lost = new Promise<Fault>((resolve) => {
    context.canvas.addEventListener('webglcontextlost', () => resolve(fault('context-lost')));
  });
  return {
    lost,
    trouble: () => (context.getError() === context.OUT_OF_MEMORY ? OUT_OF_MEMORY : null),
  };
}

async function startWasm(): Promise<Backend> {
  if (typeof WebAssembly === 'undefined') throw missing('tfjs-wasm', fault('no-wasm'));
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
