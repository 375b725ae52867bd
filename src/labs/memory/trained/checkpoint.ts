/** Readers that were trained beforehand, as files: small, validated, and saying where they come from. */

import * as v from 'valibot';
import type { SavedState } from '../../../contenders/state';
import { toHalves } from '../../../math/half';
import { programSize } from '../../../networks/program';
import { finite, shortText } from '../../../spec/schemas';
import type { Glyphs } from '../../../tasks/glyphs/glyphs';
import { codeSize } from '../../../tasks/labels';
import {
  base64,
  checkNumbers,
  halvesOf,
  readFields,
  textOf,
  writeFields,
} from '../../kit/checkpointFile';
import { provenance, provenanceOf } from '../../kit/provenance';
import { fields, type MemorySpec } from '../fields';
import { codeOf } from '../labelling';
import { type ReaderName, readerNames, sheetOf } from '../methods';
import { ownIn, readerOf } from '../registry';

const FORMAT = 'inner-loop reader 1';

const schema = v.object({
  format: v.literal(FORMAT),
  reader: v.picklist(readerNames),
  /** The settings that it alone has, as it was trained with them at first. */
  own: v.record(v.string(), v.union([finite, shortText(40)])),
  /** Characters of a stream, how they are labelled, and numbers that a drawing goes in as. */
  ways: fields.ways.schema,
  /** Files from before there were strings say nothing of it. */
  labels: v.optional(v.picklist(['onehot', 'strings']), 'onehot'),
  features: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1024)),
  ...provenance,
  /** Weights; little-endian half precision, in base 64. */
  theta: base64,
});

type File = v.InferOutput<typeof schema>;
/** What a checkpoint says of itself. */
export type About = Omit<File, 'format' | 'theta'>;

export interface Checkpoint extends About {
  readonly state: SavedState;
}

/** @throws FileError */
export function parseCheckpoint(text: string): Checkpoint {
  const { format: _, theta: encoded, ...about } = readFields(text, FORMAT, schema);
  const { reader, own, features } = about;
  const theta = halvesOf(encoded);
  const { plain } = readerOf(reader).program({ features, labels: codeSize(codeOf(about)) }, own);
  checkNumbers(theta, programSize(plain));
  return { ...about, state: { weights: { theta }, moments: {} } };
}

export function formatCheckpoint({ state, ...about }: Checkpoint): string {
  return writeFields({ format: FORMAT, ...about, theta: textOf(toHalves(state.weights.theta!)) });
}

/** A reader that was trained with these settings, as what is shipped of it. @param features numbers of a drawing */
export const checkpointOf = (
  reader: ReaderName,
  spec: MemorySpec,
  { features, state }: { readonly features: number; readonly state: SavedState },
  command: string,
  glyphs: Glyphs,
): Checkpoint => ({
  reader,
  own: ownIn(reader, spec) as About['own'],
  ways: spec.ways,
  labels: spec.labels,
  features,
  ...provenanceOf(spec, glyphs, command),
  state: { weights: { theta: state.weights.theta! }, moments: {} },
});

/** Whether a reader with these settings can go on from it: the same network, read in the same way. */
export function fits(
  { reader, own, ways, labels, features, state }: Checkpoint,
  spec: MemorySpec,
): boolean {
  const wanted = ownIn(reader, spec) as About['own'];
  const size = codeSize(codeOf({ ways, labels }));
  const { plain } = readerOf(reader).program({ features, labels: size }, wanted);
  const words = Object.keys(sheetOf(reader).fields).filter((key) => typeof own[key] === 'string');
  return (
    labels === spec.labels &&
    programSize(plain) === state.weights.theta!.length &&
    words.every((key) => own[key] === wanted[key])
  );
}
