/** What catalogues have to say of things that other floors define. Types alone. */

export interface FieldWords {
  /** Short name, with the paper's symbol: "Rate α". */
  readonly label: string;
  /** One sentence on what it does. */
  readonly help?: string;
  /** Unit after the value: "rad". */
  readonly unit?: string;
  /** Its choices, by value. */
  readonly options?: Readonly<Record<string, string>>;
}

export interface ContenderWords {
  readonly label: string;
  /** Its own settings. */
  readonly fields?: Readonly<Record<string, FieldWords>>;
}

/** What there is to know of a contender. */
export interface AboutWords {
  /** Its outer step, in words for those who cannot see the formula. */
  readonly formula: string;
  /** What it does, for somebody who has never heard of it: a few words. */
  readonly plain: string;
  /** What it does, in a sentence or two. */
  readonly idea: string;
  /** Authors, year and arXiv number; empty for what needs no source. */
  readonly source: string;
}

export interface PresetWords {
  readonly label: string;
  /** Where the settings come from, and which of them do not. */
  readonly source: string;
}
