/**
 * Named tensors in a file as Hugging Face's safetensors has it: eight bytes that say how long the header is, a header in
 * JSON, and the numbers, little-endian, one tensor after another.
 */

export interface Tensor {
  readonly shape: readonly number[];
  readonly data: Float32Array | Uint8Array;
}
export type Tensors = Readonly<Record<string, Tensor>>;

/** What the header's length is a multiple of, so that numbers lie where they can be read in place. */
const ALIGNED = 8;

/** @param notes what is said beside the tensors */
export function safetensors(
  tensors: Tensors,
  notes: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> {
  // Bytes last: numbers of four bytes each stay aligned.
  const entries = Object.entries(tensors).sort(([, a], [, b]) => widthOf(b) - widthOf(a));
  const header: Record<string, unknown> = { __metadata__: notes };
  let length = 0;
  for (const [name, tensor] of entries) {
    const { shape, data } = tensor;
    const end = length + data.byteLength;
    header[name] = {
      dtype: widthOf(tensor) === 1 ? 'U8' : 'F32',
      shape,
      data_offsets: [length, end],
    };
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
