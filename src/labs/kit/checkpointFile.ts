/** What files of trained things share: JSON of a named format, with numbers as bytes in base 64. */

import * as v from 'valibot';
import { fromHalves } from '../../math/half';
import { shortText } from '../../spec/schemas';
import { say } from '../../words/format';
import type { Message, SentencesOf } from '../../words/message';
import type { Words } from '../../words/words';

/** What is wrong with a file, for `words.files` to say. */
export type FileFault =
  | { readonly code: 'not-json' | 'not-base64' | 'not-finite' }
  | { readonly code: 'other-format'; readonly format: string }
  | { readonly code: 'bad-field'; readonly field: string }
  | {
      readonly code: 'too-much' | 'too-little';
      readonly field: string;
      readonly value: number;
      /** The greatest or least that the field can be. */
      readonly limit: number;
    }
  | { readonly code: 'other-length'; readonly found: number; readonly wanted: number }
  /** Megabytes. */
  | { readonly code: 'too-large'; readonly size: number; readonly most: number }
  | { readonly code: 'unreachable'; readonly file: string; readonly status: number };

/** A file that cannot be used. */
export class FileError extends Error {
  override readonly name = 'FileError';
  constructor(
    readonly fault: FileFault,
    options?: ErrorOptions,
  ) {
    super(Object.values(fault).join(' '), options);
  }
}

/** What is wrong with a file, to stand within a sentence; an error from elsewhere is quoted. */
export function fileText(words: Words, error: unknown): string {
  if (!(error instanceof FileError)) return error instanceof Error ? error.message : String(error);
  const sentences: SentencesOf<FileFault> = words.files;
  return say(sentences[error.fault.code] as Message<object>, error.fault);
}

/**
 * The fields of a file, checked.
 *
 * @throws FileError
 */
export function readFields<S extends v.GenericSchema>(
  text: string,
  format: string,
  schema: S,
): v.InferOutput<S> {
  let candidate: unknown;
  try {
    candidate = JSON.parse(text);
  } catch {
    throw new FileError({ code: 'not-json' });
  }
  const found = (candidate as { format?: unknown } | null)?.format;
  if (found !== format) throw new FileError({ code: 'other-format', format });
  const checked = v.safeParse(schema, candidate);
  if (!checked.success) throw new FileError(faultOf(checked.issues[0]));
  return checked.output;
}

function faultOf(issue: v.BaseIssue<unknown>): FileFault {
  const field = (issue.path ?? []).map(({ key }) => String(key)).join('.');
  const { input: value, requirement } = issue;
  if (typeof value === 'number') {
    const limit = Number(requirement);
    if (issue.type === 'max_value') return { code: 'too-much', field, value, limit };
    if (issue.type === 'min_value') return { code: 'too-little', field, value, limit };
  }
  return { code: 'bad-field', field };
}

export const writeFields = (fields: object): string => `${JSON.stringify(fields, null, 1)}\n`;

/** Bytes in base 64, of at most 4 million characters. */
export const base64 = shortText(4_000_000);

/** Bytes that no file of ours reaches. */
const LARGEST_FILE = 8_000_000;

/** The text of a file that a person chose. @throws FileError if it is larger than any of ours */
export async function textOfFile(file: Blob): Promise<string> {
  const megabytes = (bytes: number) => Math.round(bytes / 1e6);
  if (file.size > LARGEST_FILE) {
    const [size, most] = [megabytes(file.size), megabytes(LARGEST_FILE)];
    throw new FileError({ code: 'too-large', size, most });
  }
  return file.text();
}

/** The text of a file that is shipped. @throws FileError, or what the network says */
export async function shippedText(name: string): Promise<string> {
  const file = `checkpoints/${name}.json`;
  const response = await fetch(`${import.meta.env.BASE_URL}${file}`);
  if (!response.ok) throw new FileError({ code: 'unreachable', file, status: response.status });
  return response.text();
}

/** @throws FileError if it is not base 64 */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  let binary: string;
  try {
    binary = atob(text);
  } catch {
    throw new FileError({ code: 'not-base64' });
  }
  return Uint8Array.from(binary, (c) => c.charCodeAt(0));
}

/** Single precision, little-endian. @throws FileError if it is not base 64 */
export function floatsOf(text: string): Float32Array<ArrayBuffer> {
  const { buffer, length } = bytesOf(text);
  return new Float32Array(buffer, 0, Math.floor(length / 4));
}

/** Half precision, little-endian. @throws FileError if it is not base 64 */
export function halvesOf(text: string): Float32Array {
  const bytes = bytesOf(text);
  return fromHalves(new Uint16Array(bytes.buffer, 0, Math.floor(bytes.length / 2)));
}

export function textOf({ buffer, byteOffset, byteLength }: ArrayBufferView): string {
  let binary = '';
  for (const byte of new Uint8Array(buffer, byteOffset, byteLength)) {
    binary += String.fromCharCode(byte);
  }
  return btoa(binary);
}

/** @throws FileError if there are more or fewer than its network has, or some are not finite */
export function checkNumbers(values: Float32Array, wanted: number): void {
  if (values.length !== wanted) {
    throw new FileError({ code: 'other-length', found: values.length, wanted });
  }
  if (!values.every(Number.isFinite)) throw new FileError({ code: 'not-finite' });
}
