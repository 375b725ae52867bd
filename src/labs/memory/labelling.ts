/** What labels the streams of a run have, and what of them a person reads. */

import { letterOf } from '../../characters/letters';
import type { ProgramLoss } from '../../compute/engine';
import { type LabelCode, oneHot, strings, stringText } from '../../tasks/labels';
import type { MemorySpec } from './fields';
import type { StreamAnswer } from './questions';

/** @param characters of a stream: with one-hot labels there are as many labels */
export const codeFor = (labels: MemorySpec['labels'], characters: number): LabelCode =>
  labels === 'strings' ? strings : oneHot(characters);

/** What the networks of a run hear and say. */
export const codeOf = ({ labels, ways }: Pick<MemorySpec, 'labels' | 'ways'>): LabelCode =>
  codeFor(labels, ways);

/** What they are trained by: of a string, the sum over its letters. */
export const lossOf = ({ parts }: LabelCode): ProgramLoss =>
  parts === 1 ? 'cross-entropy' : { name: 'cross-entropies', parts };

/** The name of one of a stream's labels, by its number in their order: a letter, or a string. */
export const nameIn = ({ code, labels }: Pick<StreamAnswer, 'code' | 'labels'>, index: number) =>
  code.parts === 1 ? letterOf(index) : stringText(labels[index]!);
