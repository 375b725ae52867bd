/** Sentences with values in them, in ICU MessageFormat: "{count, plural, one {# gradient} other {# gradients}}". */

declare const takes: unique symbol;

/**
 * A sentence that takes `Values`, taken apart (`src/cli/sentences.mjs`). `<b>`, `<i>` and `<code>` in it are the page's
 * elements.
 */
export interface Message<Values extends object> {
  // As a function takes its arguments: who gives more values than it names gives enough.
  readonly [takes]: (values: Values) => void;
}

declare const drawn: unique symbol;
/** A value that is drawn by the page, in the place of an element of that name: `<file></file>`. */
export interface Drawn {
  readonly [drawn]: true;
}

/** @param text in ICU MessageFormat, with the values by name; it is taken apart when the page is built */
export const message = <Values extends object>(text: string): Message<Values> =>
  text as unknown as Message<Values>;

interface Coded {
  readonly code: string;
}
/** What comes with a code. */
type With<C extends Coded, Code> = C extends unknown ? (Code extends C['code'] ? C : never) : never;

/** A sentence for each code, with values that come with that code. */
export type SentencesOf<C extends Coded> = {
  readonly [Code in C['code']]: keyof With<C, Code> extends 'code'
    ? string
    : Message<With<C, Code>>;
};
