/** Keys as people mean them, whatever the layout of their keyboard. */

export interface Key {
  readonly key: string;
  readonly code: string;
}

/** The Latin letter that a key stands for, in lower case: by what it writes, or by its place where that is another letter. */
export function latinLetter({ key, code }: Key): string | null {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  const place = /^\p{L}$/u.test(key) ? /^Key([A-Z])$/.exec(code)?.[1] : undefined;
  return place?.toLowerCase() ?? null;
}
