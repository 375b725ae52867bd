/** The networks of alphabets that are shipped, in public/checkpoints. */

import { FileError } from '../../kit/checkpointFile';
import { type AlphabetFile, parseAlphabets } from '../trained/alphabetFile';

/** By what they were trained on: 25 alphabets of the background set, or all of its 30, for characters beyond it. */
const files = { 'held-back': 'alphabet-network-25', all: 'alphabet-network' } as const;
export type TrainedOn = keyof typeof files;

/** What runs and progress of it are called. */
export const alphabetName = (on: TrainedOn): string => files[on];
export const alphabetFile = (on: TrainedOn): string => `${files[on]}.safetensors`;

/** @throws FileError, or what the network says */
export async function shippedAlphabets(
  on: TrainedOn,
  folder = `${import.meta.env.BASE_URL}checkpoints/`,
): Promise<AlphabetFile> {
  const file = alphabetFile(on);
  const response = await fetch(`${folder}${file}`);
  if (!response.ok) throw new FileError({ code: 'unreachable', file, status: response.status });
  return parseAlphabets(new Uint8Array(await response.arrayBuffer()));
}
