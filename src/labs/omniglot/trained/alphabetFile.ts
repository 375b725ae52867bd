/**
 * A trained network of alphabets in few bytes: filters in eight bits with a scale for each channel, the rest in half
 * precision.
 *
 * Little-endian: magic (4 bytes), bytes of the header (u32), CRC-32 of all that follows (u32); the header (JSON); filters
 * (i8, in the order of the weights); then halves: a scale for each channel of each layer of filters, gains, shifts and
 * radius in the order of the weights, and the statistics that batch normalisations are frozen with.
 */

import * as z from 'zod/mini';
import { crc32 } from '../../../math/crc32';
import { fromHalves, toHalves } from '../../../math/half';
import { parameterCount, parameterShapes } from '../../../networks/network';
import { checkNumbers, FileError, readFields } from '../../kit/checkpointFile';
import { alphabetBody, widthNames } from '../alphabet/network';
import { statisticsCount } from '../methods/frozen';

const MAGIC = 'ILAN';
const FORMAT = 'inner-loop alphabets 1';
const START = 12;
const MOST = 127;

const schema = z.object({
  format: z.literal(FORMAT),
  widths: z.enum(widthNames),
  seed: z.number(),
  iterations: z.number(),
  /** What it was trained on, in words. */
  characters: z.string().check(z.maxLength(200)),
  /** Alphabets that it has not seen. */
  heldBack: z.array(z.string().check(z.maxLength(60))).check(z.maxLength(60)),
  command: z.string().check(z.maxLength(400)),
  date: z.string().check(z.maxLength(40)),
});

export interface AlphabetFile extends Omit<z.infer<typeof schema>, 'format'> {
  /** The running mean of weights. */
  readonly theta: Float32Array;
  /** Means and variances of channels, layer by layer. */
  readonly statistics: Float32Array;
}

/** The bytes of a file. */
export function formatAlphabets({ theta, statistics, ...about }: AlphabetFile): Uint8Array {
  const header = new TextEncoder().encode(JSON.stringify({ format: FORMAT, ...about }));
  const filters: number[] = [];
  const scales: number[] = [];
  const rest: number[] = [];
  for (const { role, rows, columns, offset } of shapesOf(about)) {
    const values = theta.subarray(offset, offset + rows * columns);
    if (role !== 'weights') {
      rest.push(...values);
      continue;
    }
    const own = Array.from({ length: columns }, (_, c) => {
      let most = 0;
      for (let r = 0; r < rows; r++) most = Math.max(most, Math.abs(values[r * columns + c]!));
      // As it will be read: rounded to half precision.
      return fromHalves(toHalves(Float32Array.of(most / MOST)))[0]!;
    });
    scales.push(...own);
    values.forEach((value, i) => {
      const scale = own[i % columns]!;
      const level = scale === 0 ? 0 : Math.round(value / scale);
      filters.push(Math.max(-MOST, Math.min(MOST, level)));
    });
  }
  const halves = toHalves(Float32Array.from([...scales, ...rest, ...statistics]));
  const bytes = new Uint8Array(START + header.length + filters.length + 2 * halves.length);
  bytes.set(new TextEncoder().encode(MAGIC));
  bytes.set(header, START);
  bytes.set(new Uint8Array(Int8Array.from(filters).buffer), START + header.length);
  const view = new DataView(bytes.buffer);
  const at = START + header.length + filters.length;
  halves.forEach((half, i) => {
    view.setUint16(at + 2 * i, half, true);
  });
  view.setUint32(4, header.length, true);
  view.setUint32(8, crc32(bytes.subarray(START)), true);
  return bytes;
}

/** @throws FileError */
export function parseAlphabets(bytes: Uint8Array): AlphabetFile {
  const foreign = () => new FileError({ code: 'other-format', format: FORMAT });
  if (bytes.length < START || new TextDecoder().decode(bytes.subarray(0, 4)) !== MAGIC) {
    throw foreign();
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(8, true) !== crc32(bytes.subarray(START))) throw foreign();
  const end = START + view.getUint32(4, true);
  const text = new TextDecoder().decode(bytes.subarray(START, end));
  const { format: _, ...about } = readFields(text, FORMAT, schema);
  const body = alphabetBody(about.widths);
  const shapes = shapesOf(about);
  const filters = shapes
    .filter(({ role }) => role === 'weights')
    .reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  const count = Math.floor((bytes.length - end - filters) / 2);
  const halves = Uint16Array.from({ length: Math.max(0, count) }, (_, i) =>
    view.getUint16(end + filters + 2 * i, true),
  );
  const numbers = fromHalves(halves);
  const channels = shapes
    .filter(({ role }) => role === 'weights')
    .reduce((sum, { columns }) => sum + columns, 0);
  const rest = parameterCount(body) - filters;
  checkNumbers(numbers, channels + rest + statisticsCount(body));
  const theta = new Float32Array(parameterCount(body));
  let [level, scale, other] = [end, 0, channels];
  for (const { role, rows, columns, offset } of shapes) {
    for (let i = 0; i < rows * columns; i++) {
      theta[offset + i] =
        role === 'weights'
          ? view.getInt8(level++) * numbers[scale + (i % columns)]!
          : numbers[other++]!;
    }
    if (role === 'weights') scale += columns;
  }
  return { ...about, theta, statistics: numbers.slice(other) };
}

const shapesOf = ({ widths }: Pick<AlphabetFile, 'widths'>) =>
  parameterShapes(alphabetBody(widths)).flat();
