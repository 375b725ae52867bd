import { expect, it } from 'vitest';
import { FileError } from './checkpointFile';
import { readSafetensors, safetensors } from './safetensors';

const tensors = {
  levels: { shape: [3], data: Int8Array.of(-127, 0, 5) },
  bytes: { shape: [1, 3], data: Uint8Array.of(255, 1, 2) },
  halves: { shape: [2, 1], data: Uint16Array.of(15360, 1) },
  numbers: { shape: [], data: Float32Array.of(Math.fround(0.1)) },
  none: { shape: [0, 4], data: new Float32Array() },
};
const notes = { about: 'ü' };
const file = safetensors(tensors, notes);

it.each([
  ['as they come', file],
  ['within others', Buffer.concat([Buffer.alloc(3), file]).subarray(3)],
] as const)('tensors come back, from bytes %s', (_, bytes) => {
  expect(readSafetensors(bytes)).toEqual({ tensors, notes });
});

it.each([0, 7, 8, 40, file.length - 1])('a file cut after %i bytes is none', (length) => {
  expect(() => readSafetensors(file.subarray(0, length))).toThrow(FileError);
});

it('what is no such file is none', () => {
  const text = (header: object) => {
    const json = new TextEncoder().encode(JSON.stringify(header));
    const bytes = new Uint8Array(8 + json.length);
    bytes[0] = json.length;
    bytes.set(json, 8);
    return bytes;
  };
  const tensor = (change: object) =>
    text({ a: { dtype: 'F32', shape: [0], data_offsets: [0, 0], ...change } });
  expect(readSafetensors(tensor({})).tensors.a!.data).toEqual(new Float32Array());
  for (const bad of [
    tensor({ dtype: 'F64' }),
    tensor({ shape: [1] }),
    tensor({ shape: [-1] }),
    tensor({ data_offsets: [0] }),
    text({ __metadata__: { a: 1 } }),
    new TextEncoder().encode('{"format": "another"}'),
    new Uint8Array(20).fill(255),
  ]) {
    expect(() => readSafetensors(bad)).toThrow(FileError);
  }
});
