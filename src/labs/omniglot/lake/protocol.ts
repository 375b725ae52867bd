/** What the page and the worker of Lake's test say to each other. */

import type { Trouble } from '../../../characters/trouble';
import type { SavedState } from '../../../contenders/state';
import type { Glyphs } from '../../../tasks/glyphs/glyphs';
import type { MethodName } from '../methods/registry';
import type { Counted } from './measure';
import type { ReaderName } from './names';
import type { Source } from './source';

export type LakeRequest =
  | {
      readonly kind: 'open';
      readonly wanted: Glyphs['source'];
      readonly seed: number;
      readonly states: Readonly<Partial<Record<MethodName, SavedState>>>;
      /** The address that files of what was trained lie below. */
      readonly folder: string;
    }
  /** The official questions take the place of those that are there. */
  | { readonly kind: 'archive'; readonly name: string; readonly content: Blob }
  | { readonly kind: 'question'; readonly round: number; readonly index: number }
  /** Counts all errors, while nothing else is asked. */
  | { readonly kind: 'measure' };

/** A question as it is shown. */
export interface Asked {
  readonly round: number;
  readonly index: number;
  /** Outlines of the support drawings, then of the one in question, as SVG has them: traced where no page waits for it. */
  readonly paths: readonly string[];
  /** What is seen of them, as an SVG's viewBox. */
  readonly crop: string;
  /** Its place among the support drawings. */
  readonly answer: number;
}

/** What each reader takes it for. */
export interface Read {
  readonly round: number;
  readonly index: number;
  readonly choices: Readonly<Partial<Record<ReaderName, number>>>;
}

export type LakeEvent =
  | ({
      readonly kind: 'opened';
      readonly readers: readonly ReaderName[];
      /** Alphabets that the network of alphabets has not seen, where any were held back. */
      readonly heldBack: boolean;
    } & Pick<Source, 'asking' | 'alphabets'>)
  | { readonly kind: 'refused'; readonly trouble: Trouble }
  | ({ readonly kind: 'question' } & Asked)
  | ({ readonly kind: 'read' } & Read)
  | { readonly kind: 'counted'; readonly counted: readonly Counted[] }
  | { readonly kind: 'failed'; readonly text: string };
