/**
 * What breaks a worker from within. No driver reaches the workers of every browser, so these are written as functions that
 * see nothing of this file: the server puts them before the worker's own script, and the page asks for them by name.
 */

/** Milliseconds for which a worker is silent. */
export const SILENCE = 30_000;

export type WorkerFault = 'die' | 'throw' | 'block' | 'loseWebGL' | 'loseWebGPU';

/** The channel on which a worker of this page hears what it is to do, and says that it has heard. */
const CHANNEL = 'faults';

/** Runs in the worker, before its engine starts. */
function obey([channel, silence]: [string, number]): void {
  let context: WebGL2RenderingContext | null = null;
  let device: GPUDevice | null = null;
  if (typeof OffscreenCanvas !== 'undefined') {
    const { getContext } = OffscreenCanvas.prototype;
    OffscreenCanvas.prototype.getContext = function (this: OffscreenCanvas, ...asked: unknown[]) {
      const got = getContext.apply(this, asked as never);
      // Engines look first whether there is any; the last one is what they compute on.
      if (asked[0] === 'webgl2' && got !== null) context = got as unknown as WebGL2RenderingContext;
      return got;
    } as typeof getContext;
  }
  if (typeof GPUAdapter !== 'undefined') {
    const { requestDevice } = GPUAdapter.prototype;
    GPUAdapter.prototype.requestDevice = async function (...asked) {
      device = await requestDevice.apply(this, asked);
      return device;
    };
  }
  const acts: Record<WorkerFault, () => void> = {
    die: () => close(),
    throw: () => {
      setTimeout(() => {
        throw new Error('cosmic ray');
      });
    },
    // Asleep, and so silent without taking the processor from the pages beside it.
    block: () => {
      const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
      Atomics.wait(new Int32Array(memory.buffer), 0, 0, silence);
    },
    loseWebGL: () => {
      if (context === null) throw new Error('no WebGL context');
      context.getExtension('WEBGL_lose_context')!.loseContext();
    },
    loseWebGPU: () => {
      if (device === null) throw new Error('no WebGPU device');
      device.destroy();
    },
  };
  const asking = new BroadcastChannel(channel);
  asking.onmessage = ({ data }) => {
    if (data.act === undefined) return;
    asking.postMessage({ began: true });
    try {
      acts[data.act as WorkerFault]();
      asking.postMessage({ done: true });
    } catch (error) {
      asking.postMessage({ failed: String(error) });
    }
  };
}

/** A line of JavaScript to stand before the worker's script. */
export const obedience = `(${obey})(${JSON.stringify([CHANNEL, SILENCE])});\n`;

/**
 * Runs in the page: breaks its worker, and resolves once that has happened, or for a worker that is no more, begun.
 *
 * @throws Error if no worker hears it within 10 s, or what is to be broken is not there
 */
export function breakWorker([channel, act]: [string, WorkerFault]): Promise<void> {
  return new Promise((resolve, reject) => {
    const asking = new BroadcastChannel(channel);
    const deaf = setTimeout(() => reject(new Error('no worker heard it')), 10_000);
    asking.onmessage = ({ data }) => {
      clearTimeout(deaf);
      if (data.failed !== undefined) reject(new Error(data.failed));
      else if (data.done || act === 'die') resolve();
    };
    asking.postMessage({ act });
  });
}

/** What `breakWorker` is called with. */
export const asked = (act: WorkerFault): [string, WorkerFault] => [CHANNEL, act];
