/** What can go wrong when a person brings characters or forgets them: codes with values, which a worker can send. */

import type { Refusal } from '../tasks/glyphs/refusal';

export type Trouble =
  | { readonly code: 'files-too-large'; readonly megabytes: number; readonly most: number }
  | { readonly code: 'host-refuses'; readonly file: string; readonly status: number }
  | { readonly code: 'host-out-of-reach'; readonly file: string }
  | { readonly code: 'file-unreadable'; readonly file: string }
  | { readonly code: 'archive-refused'; readonly file: string; readonly refusal: Refusal }
  | {
      readonly code: 'too-few-characters';
      readonly characters: number;
      readonly validation: number;
      readonly test: number;
      readonly least: number;
    }
  | { readonly code: 'reader-missing' }
  | { readonly code: 'no-room'; readonly characters: number; readonly megabytes: number }
  | { readonly code: 'no-storage'; readonly characters: number }
  /** `text` as somebody else's code says it */
  | { readonly code: 'reader-failed' | 'not-forgotten' | 'other'; readonly text: string };

/** An error that says what went wrong by a trouble. */
export class TroubleError extends Error {
  override readonly name = 'TroubleError';

  constructor(
    readonly trouble: Trouble,
    options?: ErrorOptions,
  ) {
    super(trouble.code, options);
  }
}

/** What an error says, whoever threw it. */
export const saidBy = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** The trouble of an error; that of one from elsewhere quotes it. */
export const troubleOf = (error: unknown): Trouble =>
  error instanceof TroubleError ? error.trouble : { code: 'other', text: saidBy(error) };
