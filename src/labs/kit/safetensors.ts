/**
 * Named tensors in a file as Hugging Face's safetensors has it: eight bytes that say how long the header is, a header in
 * JSON, and the numbers, little-endian, one tensor after another.
 */

import * as v from 'valibot';
import { wholeFrom } from '../../spec/schemas';
import { FileError } from './checkpointFile';

/** Numbers of 16 bits are halves. */
type Numbers = Float32Array | Uint16Array | Int8Array | Uint8Array;

export interface Tensor {
  readonly shape: readonly number[];
  readonly data: Numbers;
}
export type Tensors = Readonly<Record<string, Tensor>>;

const kinds = { F32: Float32Array, F16: Uint16Array, I8: Int8Array, U8: Uint8Array } as const;
type Kind = keyof typeof kinds;
const kindOf = ({ data }: Tensor): Kind =>
  (Object.keys(kinds) as Kind[]).find((kind) => data instanceof kinds[kind])!;

/** What the header's length is a multiple of, so that numbers lie where they can be read in place. */
const ALIGNED = 8;
const NOTES = '__metadata__';

/** @param notes what is said beside the tensors */
export function safetensors(
  tensors: Tensors,
  notes: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> {
  // Wide numbers first: they stay aligned.
  const entries = Object.entries(tensors).sort(([, a], [, b]) => widthOf(b) - widthOf(a));
  const header: Record<string, unknown> = { [NOTES]: notes };
  let length = 0;
  for (const [name, tensor] of entries) {
    const end = length + tensor.data.byteLength;
    header[name] = { dtype: kindOf(tensor), shape: tensor.shape, data_offsets: [length, end] };
    length = end;
  }
  const text = new TextEncoder().encode(JSON.stringify(header));
  const start = ALIGNED * Math.ceil((ALIGNED + text.length) / ALIGNED);
  const bytes = new Uint8Array(start + length).fill(' '.charCodeAt(0), ALIGNED, start);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(start - ALIGNED), true);
  bytes.set(text, ALIGNED);
  let at = start;
  for (const [, { data }] of entries) {
    bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), at);
    at += data.byteLength;
  }
  return bytes;
}

const widthOf = ({ data }: Tensor): number => data.BYTES_PER_ELEMENT;

const notesSchema = v.record(v.string(), v.string());
const tensorSchema = v.object({
  dtype: v.picklist(Object.keys(kinds) as Kind[]),
  shape: v.array(wholeFrom(0)),
  data_offsets: v.strictTuple([wholeFrom(0), wholeFrom(0)]),
});

/** @throws FileError if the bytes are no such file, or not all of one */
export function readSafetensors(bytes: Uint8Array): {
  readonly tensors: Tensors;
  readonly notes: Readonly<Record<string, string>>;
} {
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const start = ALIGNED + Number(view.getBigUint64(0, true));
    const text = new TextDecoder().decode(bytes.subarray(ALIGNED, start));
    const { [NOTES]: notes, ...listed } = JSON.parse(text) as Readonly<Record<string, unknown>>;
    const tensors = Object.entries(listed).map(([name, given]): [string, Tensor] => {
      const { dtype, shape, data_offsets: offsets } = v.parse(tensorSchema, given);
      const [from, to] = offsets.map((offset) => start + offset) as [number, number];
      // A copy of its own lies as its numbers need it; a slice of Node's buffers is none.
      const data = new kinds[dtype](new Uint8Array(bytes.subarray(from, to)).buffer);
      const count = shape.reduce((product, side) => product * side, 1);
      if (data.length !== count) throw new RangeError(`${name} is cut`);
      return [name, { shape, data }];
    });
    return { tensors: Object.fromEntries(tensors), notes: v.parse(notesSchema, notes ?? {}) };
  } catch (cause) {
    throw new FileError({ code: 'other-format', format: 'safetensors' }, { cause });
  }
}
