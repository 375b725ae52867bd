/** What files of trained things share: JSON of a named format, with numbers as bytes in base 64. */

import * as z from 'zod/mini';

/**
 * The fields of a file, checked.
 *
 * @throws Error that says what is wrong with it
 */
export function readFields<S extends z.ZodMiniObject>(
  text: string,
  format: string,
  schema: S,
): z.infer<S> {
  let candidate: unknown;
  try {
    candidate = JSON.parse(text);
  } catch {
    throw new Error('the file is damaged: it is not JSON');
  }
  const found = (candidate as { format?: unknown } | null)?.format;
  if (found !== format) {
    throw new Error(`the file is not a checkpoint of this lab: its format is not “${format}”`);
  }
  const checked = schema.safeParse(candidate);
  if (!checked.success) {
    const path = checked.error.issues[0]?.path.join('.') ?? '';
    throw new Error(`the file is damaged: ${path === '' ? 'a field' : path} is not as it must be`);
  }
  return checked.data;
}

export const writeFields = (fields: object): string => `${JSON.stringify(fields, null, 1)}\n`;

/** Bytes in base 64, of at most 4 million characters. */
export const base64 = z.string().check(z.maxLength(4_000_000));

/** @throws Error if it is not base 64 */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  let binary: string;
  try {
    binary = atob(text);
  } catch {
    throw new Error('the file is damaged: its weights are not in base 64');
  }
  return Uint8Array.from(binary, (c) => c.charCodeAt(0));
}

export function textOf({ buffer, byteOffset, byteLength }: ArrayBufferView): string {
  let binary = '';
  for (const byte of new Uint8Array(buffer, byteOffset, byteLength)) {
    binary += String.fromCharCode(byte);
  }
  return btoa(binary);
}

/** @throws Error if there are more or fewer than its network has, or some are not finite */
export function checkNumbers(values: Float32Array, wanted: number): void {
  if (values.length !== wanted) {
    throw new Error(
      `the file is damaged: it holds ${values.length} numbers, and its network has ${wanted}`,
    );
  }
  if (!values.every(Number.isFinite)) {
    throw new Error('the file is damaged: not all of its weights are numbers');
  }
}
