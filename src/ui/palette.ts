/**
 * How a contender looks, in every chart, lab and theme: a colour, and a dash pattern for those who cannot tell colours.
 * It goes by name, so that who joins or leaves a lab changes nobody else. Colours are in theme.css.
 */

export interface Look {
  readonly color: string;
  /** SVG dash pattern at stroke width 2; none for a solid line. */
  readonly dash: string | undefined;
}

const HUES = [
  ...['blue', 'green', 'rose', 'amber', 'violet'],
  ...['teal', 'rust', 'grey', 'sky', 'olive', 'plum', 'brown'],
] as const;
type Hue = (typeof HUES)[number];

const dashes = {
  solid: undefined,
  dashed: '7 4',
  dotted: '2 3',
  dashDot: '9 3 2 3',
  dashDotDot: '9 3 2 3 2 3',
  long: '14 6',
  longShort: '14 3 4 3',
  sparse: '2 7',
} as const;

const look = (hue: Hue, dash: keyof typeof dashes): Look => ({
  color: `var(--${hue})`,
  dash: dashes[dash],
});

/** To add a contender: a line here; the test says whether anybody in its labs looks too much like it. */
const looks = {
  maml: look('blue', 'solid'),
  fomaml: look('green', 'dashed'),
  reptile: look('rose', 'dotted'),
  joint: look('amber', 'dashDot'),
  random: look('grey', 'long'),
  metasgd: look('sky', 'longShort'),
  anil: look('olive', 'dashDotDot'),
  imaml: look('brown', 'longShort'),
  ravi: look('rust', 'solid'),
  cnp: look('teal', 'dashDot'),
  acnp: look('plum', 'sparse'),
  bayes: look('violet', 'dotted'),

  prototypical: look('violet', 'dashDotDot'),
  matching: look('teal', 'dashDot'),
  matchingfce: look('plum', 'long'),
  pixels: look('brown', 'sparse'),
  alphabet: look('blue', 'dashed'),

  mann: look('blue', 'solid'),
  kv: look('violet', 'long'),
  snail: look('green', 'dashDotDot'),
  lstm: look('rose', 'dotted'),
  nearest: look('amber', 'dashDot'),
  rare: look('rust', 'longShort'),
  feedforward: look('grey', 'dashed'),

  learned: look('blue', 'solid'),
  adam: look('green', 'dashed'),
  momentum: look('rose', 'dotted'),
  sgd: look('amber', 'dashDot'),
  rmsprop: look('violet', 'long'),
  nesterov: look('rust', 'dashDotDot'),
  cg: look('grey', 'longShort'),
  lbfgs: look('olive', 'long'),
} as const satisfies Readonly<Record<string, Look>>;

export type ContenderName = keyof typeof looks;
export const contenderNames = Object.keys(looks) as ContenderName[];

export const lookOf = (name: ContenderName): Look => looks[name];

/** A contender's colour with another pattern, where one has several curves. */
export const dashed = (name: ContenderName, dash: keyof typeof dashes): Look => ({
  color: lookOf(name).color,
  dash: dashes[dash],
});

/** A colour for one of many that are no contenders: in turn, so that more than there are colours share them. */
export const colorInTurn = (index: number): string => `var(--${HUES[index % HUES.length]})`;
