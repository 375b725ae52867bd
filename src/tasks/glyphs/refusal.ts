/** Why bytes are not taken for characters of Omniglot, as a code and values: whoever shows it says it in words. */

export type Refusal =
  // Of an archive, or of a file in it.
  | { readonly code: 'no-zip' | 'zip-damaged' | 'no-images' }
  | { readonly code: 'archive-too-large'; readonly megabytes: number; readonly most: number }
  | { readonly code: 'too-many-images'; readonly most: number }
  | {
      readonly code: 'drawings-missing';
      readonly character: string;
      readonly drawings: number;
      readonly expected: number;
    }
  | {
      readonly code: 'image-too-large' | 'image-damaged' | 'image-has-greys';
      readonly file: string;
    }
  | {
      readonly code: 'image-size';
      readonly file: string;
      readonly width: number;
      readonly height: number;
      readonly expected: number;
    }
  // Of the official questions.
  | { readonly code: 'no-runs' }
  | { readonly code: 'runs-too-large'; readonly megabytes: number; readonly most: number }
  | { readonly code: 'run-missing'; readonly run: string }
  | { readonly code: 'run-lacks' | 'run-labels'; readonly file: string }
  // Of a pack.
  | {
      readonly code:
        | 'no-pack'
        | 'pack-lacks-pixels'
        | 'pack-checksum'
        | 'pack-not-deflated'
        | 'pack-index';
    }
  | { readonly code: 'pack-version'; readonly version: number; readonly readable: number }
  | { readonly code: 'pack-cut'; readonly bytes: number; readonly expected: number };

/** An error that says why by a refusal. */
export class RefusalError extends Error {
  override readonly name = 'RefusalError';

  constructor(
    readonly refusal: Refusal,
    options?: ErrorOptions,
  ) {
    super(Object.values(refusal).join(' '), options);
  }
}
