/**
 * A trained network of alphabets in few bytes, as safetensors: filters in eight bits with a scale for each channel, the rest
 * in half precision. Tensors are named by the layer and what they are: `0.weights`, `0.scales`, `1.gains`, `statistics`.
 */

import * as v from 'valibot';
import { crc32 } from '../../../math/crc32';
import { fromHalves, toHalves } from '../../../math/half';
import { type ParameterShape, parameterCount, parameterShapes } from '../../../networks/network';
import { finite, shortText } from '../../../spec/schemas';
import { checkNumbers, FileError, readFields } from '../../kit/checkpointFile';
import { statisticsCount } from '../../kit/embedding/frozen';
import { readSafetensors, safetensors, type Tensor, type Tensors } from '../../kit/safetensors';
import { alphabetBody, widthNames } from '../alphabet/network';

const FORMAT = 'inner-loop alphabets 2';
/** The greatest level of eight bits. */
const MOST = 127;
const STATISTICS = 'statistics';

const schema = v.object({
  format: v.literal(FORMAT),
  widths: v.picklist(widthNames),
  seed: finite,
  iterations: finite,
  /** What it was trained on, in words. */
  characters: shortText(200),
  /** Alphabets that it has not seen. */
  heldBack: v.pipe(v.array(shortText(60)), v.maxLength(60)),
  command: shortText(400),
  date: shortText(40),
});

export interface AlphabetFile extends Omit<v.InferOutput<typeof schema>, 'format'> {
  /** The running mean of weights. */
  readonly theta: Float32Array;
  /** Means and variances of channels, layer by layer. */
  readonly statistics: Float32Array;
}

/** The bytes of a file. */
export function formatAlphabets({ theta, statistics, ...about }: AlphabetFile): Uint8Array {
  const tensors: Record<string, Tensor> = {};
  for (const { name, role, rows, columns, offset } of namedShapes(about)) {
    const values = theta.subarray(offset, offset + rows * columns);
    if (role !== 'weights') {
      tensors[`${name}.${role}`] = { shape: [columns], data: toHalves(values) };
      continue;
    }
    const halves = toHalves(scalesOf(values, columns));
    // As they will be read.
    const scales = fromHalves(halves);
    const levels = Int8Array.from(values, (value, i) => levelOf(value, scales[i % columns]!));
    tensors[`${name}.weights`] = { shape: [rows, columns], data: levels };
    tensors[`${name}.scales`] = { shape: [columns], data: halves };
  }
  tensors[STATISTICS] = { shape: [statistics.length], data: toHalves(statistics) };
  const said = JSON.stringify({ format: FORMAT, ...about });
  return safetensors(tensors, { about: said, crc32: String(sumOf(tensors)) });
}

/** What a level of each column stands for, so that its greatest number has the greatest. */
function scalesOf(values: Float32Array, columns: number): Float32Array {
  const scales = new Float32Array(columns);
  values.forEach((value, i) => {
    scales[i % columns] = Math.max(scales[i % columns]!, Math.abs(value) / MOST);
  });
  return scales;
}

const levelOf = (value: number, scale: number): number =>
  scale === 0 ? 0 : Math.max(-MOST, Math.min(MOST, Math.round(value / scale)));

/** Finds damage: a level that was changed is a level as well. */
const sumOf = (tensors: Tensors): number =>
  Object.keys(tensors)
    .sort()
    .reduce((sum, name) => {
      const { buffer, byteOffset, byteLength } = tensors[name]!.data;
      return (Math.imul(sum, 31) ^ crc32(new Uint8Array(buffer, byteOffset, byteLength))) >>> 0;
    }, 0);

/** @throws FileError */
export function parseAlphabets(bytes: Uint8Array): AlphabetFile {
  const { tensors, notes } = readSafetensors(bytes);
  const { format: _, ...about } = readFields(notes.about ?? '', FORMAT, schema);
  if (notes.crc32 !== String(sumOf(tensors))) {
    throw new FileError({ code: 'other-format', format: FORMAT });
  }
  const body = alphabetBody(about.widths);
  const halves = (name: string, wanted: number): Float32Array => {
    const data = tensors[name]?.data;
    const values = data instanceof Uint16Array ? fromHalves(data) : new Float32Array();
    checkNumbers(values, wanted);
    return values;
  };
  const theta = new Float32Array(parameterCount(body));
  for (const { name, role, rows, columns, offset } of namedShapes(about)) {
    if (role !== 'weights') {
      theta.set(halves(`${name}.${role}`, columns), offset);
      continue;
    }
    const scales = halves(`${name}.scales`, columns);
    const levels = Float32Array.from(tensors[`${name}.weights`]?.data ?? []);
    checkNumbers(levels, rows * columns);
    theta.set(
      levels.map((level, i) => level * scales[i % columns]!),
      offset,
    );
  }
  return { ...about, theta, statistics: halves(STATISTICS, statisticsCount(body)) };
}

/** By the layer that they are of, from 0. */
const namedShapes = ({
  widths,
}: Pick<AlphabetFile, 'widths'>): (ParameterShape & { readonly name: string })[] =>
  parameterShapes(alphabetBody(widths)).flatMap((shapes, layer) =>
    shapes.map((shape) => ({ ...shape, name: String(layer) })),
  );
