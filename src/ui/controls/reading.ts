/** Reads what a person typed. What reads more than plain numbers is loaded when a text is about to be typed. */

import { type Field, maybeThousands } from '../../spec/field';
import { checkField } from '../../spec/spec';
import type { Read } from '../../spec/written';
import { loadWords } from '../../words/words';

type Reader = typeof import('../../spec/written');
let reader: Reader | null = null;

/** Loads it, and the words for what it refuses. */
export async function prepareReading(): Promise<void> {
  if (reader !== null) return;
  [reader] = await Promise.all([import('../../spec/written'), loadWords('spec')]);
}

/** Told at once where that can be, so that a value is in force before anything else that a person does. */
export function readTyped<T>(field: Field<T>, text: string, tell: (read: Read<T>) => void): void {
  const plain = checkField(field, field.parse(text.trim()));
  if (plain.ok && !maybeThousands(text)) tell(plain);
  else if (reader !== null) tell(reader.readTyped(field, text));
  else {
    const none = { ok: false, readings: [] } as const;
    prepareReading().then(
      () => tell(reader!.readTyped(field, text)),
      // Offline before it was ever loaded.
      () => tell(none),
    );
  }
}
