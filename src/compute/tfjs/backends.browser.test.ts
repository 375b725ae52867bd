/** How graphics that come late, or never, or go away are told of. */

import * as tf from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fault } from '../fault';
import { startBackend } from './backends';

afterEach(() => {
  vi.restoreAllMocks();
  for (const backend of ['webgpu', 'webgl']) {
    const factory = tf.findBackendFactory(backend);
    if (factory === null) continue;
    // It is registered when it is loaded, and that is once.
    tf.removeBackend(backend);
    tf.registerBackend(backend, factory);
  }
});

describe('WebGPU', () => {
  it.each([
    ['nothing', () => Promise.resolve(null)],
    ['an error', () => Promise.reject(new DOMException('no instance', 'OperationError'))],
  ])('is asked for again when %s comes first', async (_, refusal) => {
    const asked = vi.spyOn(GPU.prototype, 'requestAdapter').mockImplementationOnce(refusal);
    await startBackend('tfjs-webgpu');
    expect(tf.getBackend()).toBe('webgpu');
    expect(asked.mock.calls.length).toBeGreaterThan(1);
  });

  it('is missing where it is refused again', async () => {
    vi.spyOn(GPU.prototype, 'requestAdapter').mockResolvedValue(null);
    await expect(startBackend('tfjs-webgpu')).rejects.toMatchObject({
      reason: 'missing',
      fault: fault('no-graphics-device'),
    });
  });

  it('is lost in our words', async () => {
    const { lost } = await startBackend('tfjs-webgpu');
    (tf.backend() as unknown as { device: GPUDevice }).device.destroy();
    expect(await lost).toEqual(fault('device-lost'));
  });
});

describe('WebGL', () => {
  it('is asked for again when it is refused', async () => {
    const asked = vi
      .spyOn(OffscreenCanvas.prototype, 'getContext')
      .mockImplementationOnce(() => null);
    await startBackend('tfjs-webgl');
    expect(tf.getBackend()).toBe('webgl');
    expect(asked.mock.calls.length).toBeGreaterThan(1);
  });

  it('is missing where it is refused again', async () => {
    vi.spyOn(OffscreenCanvas.prototype, 'getContext').mockReturnValue(null);
    await expect(startBackend('tfjs-webgl')).rejects.toMatchObject({
      reason: 'missing',
      fault: fault('no-webgl'),
    });
  });
});
