/**
 * Who is compared in the regression lab, in the order of the page. To add one: a line here, one in `registry.ts`, and its
 * words.
 */

import {
  type AnySheet,
  anilSheet,
  bayesSheet,
  firstOrderSheet,
  gatesSheet,
  implicitSheet,
  jointSheet,
  mamlSheet,
  metaSgdSheet,
  processSheet,
  randomSheet,
  reptileSheet,
} from '../../contenders/sheets';

export const contenders = {
  maml: mamlSheet,
  fomaml: firstOrderSheet,
  reptile: reptileSheet,
  metasgd: metaSgdSheet,
  anil: anilSheet,
  imaml: implicitSheet,
  ravi: gatesSheet,
  cnp: processSheet,
  acnp: processSheet,
  bayes: bayesSheet,
  joint: jointSheet,
  random: randomSheet,
} as const satisfies Record<string, AnySheet>;

export type ContenderName = keyof typeof contenders;
export const contenderNames = Object.keys(contenders) as ContenderName[];
export const sheetOf = (name: ContenderName): AnySheet => contenders[name];
/** Those that adapt weights of the lab's own network: the others have one that reads. */
export const adaptingNames = contenderNames.filter((name) => !sheetOf(name).reads);
