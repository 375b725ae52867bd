/** The networks of alphabets that are shipped, in public/checkpoints. */

import { FileError } from '../../kit/checkpointFile';
import { type AlphabetFile, parseAlphabets } from '../trained/alphabetFile';

/** By what they were trained on: 25 alphabets of the background set, or all of its 30, for characters beyond it. */
const files = { 'held-back': 'omniglot-alphabet-25', all: 'omniglot-alphabet' } as const;

/** The name of a file, without its ending. */
export const alphabetFileName = (all: boolean): string => files[all ? 'all' : 'held-back'];

/** @throws FileError, or what the network says */
export async function shippedAlphabets(which: keyof typeof files): Promise<AlphabetFile> {
  const file = `checkpoints/${files[which]}.bin`;
  const response = await fetch(`${import.meta.env.BASE_URL}${file}`);
  if (!response.ok) throw new FileError({ code: 'unreachable', file, status: response.status });
  return parseAlphabets(new Uint8Array(await response.arrayBuffer()));
}
