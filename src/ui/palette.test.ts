import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ContenderName, lookOf } from './palette';

const theme = readFileSync(new URL('theme.css', import.meta.url), 'utf8');

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/** Linear RGB as others see it: Machado, Oliveira and Fernandes 2009, severity 1. */
const eyes: Readonly<Record<string, Matrix>> = {
  'normal sight': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** From linear sRGB to XYZ over the white point D65. */
const toXyz: Matrix = [
  [0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339 / 1.08883, 0.119192 / 1.08883, 0.9503041 / 1.08883],
];

const times = (m: Matrix, [x, y, z]: Triple): Triple => {
  const row = ([a, b, c]: Triple) => a * x + b * y + c * z;
  return [row(m[0]), row(m[1]), row(m[2])];
};

const linear = (hex: string): Triple => {
  const part = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
};

function lab(rgb: Triple): Triple {
  const f = (t: number) => (t > (6 / 29) ** 3 ? Math.cbrt(t) : t / (3 * (6 / 29) ** 2) + 4 / 29);
  const clipped = rgb.map((x) => Math.min(1, Math.max(0, x))) as unknown as Triple;
  const [x, y, z] = times(toXyz, clipped).map(f) as unknown as Triple;
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** CIE 1976 ΔE of two colours to these eyes. */
function distance(a: string, b: string, eye: Matrix): number {
  const [p, q] = [a, b].map((hex) => lab(times(eye, linear(hex))));
  return Math.hypot(...p!.map((x, i) => x - q![i]!));
}

function contrast(a: string, b: string): number {
  const [dark, light] = [a, b].map((hex) => times(toXyz, linear(hex))[1]).sort((p, q) => p - q);
  return (light! + 0.05) / (dark! + 0.05);
}

/** The colours of a theme, by the names of their variables. */
function colorsOf(selector: string, otherwise = selector): (variable: string) => string {
  const values = new Map(
    [otherwise, selector].flatMap((each) => {
      const start = theme.indexOf(`${each} {`);
      const block = theme.slice(start, theme.indexOf('}', start));
      return [...block.matchAll(/(--[a-z-]+): (#[0-9a-f]{6});/g)].map(
        (m) => [m[1]!, m[2]!] as const,
      );
    }),
  );
  return (variable) => {
    const value = values.get(variable.replace(/^var\((.*)\)$/, '$1'));
    if (value === undefined) throw new Error(`${selector} has no ${variable}`);
    return value;
  };
}

const themes = {
  light: colorsOf(':root'),
  dark: colorsOf(':root[data-theme="dark"]'),
  'light, in lecture mode,': colorsOf(':root[data-lecture]:not([data-theme="dark"])', ':root'),
  'dark, in lecture mode,': colorsOf(
    ':root[data-lecture][data-theme="dark"]',
    ':root[data-theme="dark"]',
  ),
};

/** Who is seen beside whom. */
const gradient = ['maml', 'fomaml', 'reptile', 'metasgd', 'anil', 'joint', 'random'] as const;
const labs = {
  regression: [...gradient, 'imaml', 'ravi', 'cnp', 'acnp', 'bayes'],
  omniglot: [...gradient, 'ravi', 'prototypical', 'matching', 'matchingfce', 'pixels'],
  memory: ['mann', 'kv', 'snail', 'lstm', 'nearest', 'rare', 'feedforward'],
  optimizers: ['learned', 'sgd', 'momentum', 'nesterov', 'rmsprop', 'adam', 'cg', 'lbfgs'],
} as const satisfies Readonly<Record<string, readonly ContenderName[]>>;

/** ΔE of colours that may share a dash pattern; some 2 is the least that can be seen side by side. */
const APART = 20;
/** ΔE of any two to normal sight, whatever their dashes. */
const APART_AT_SIGHT = 15;
/** Names are written in these colours too. */
const CONTRAST = 4.5;
/** A projector washes them out. */
const IN_A_HALL = 7;

describe.each(Object.entries(labs))('the contenders of the %s lab', (_, names) => {
  const pairs = names.flatMap((a, i) => names.slice(i + 1).map((b) => [a, b] as const));

  it('look different, each from each', () => {
    const looks = names.map((name) => JSON.stringify(lookOf(name)));
    expect(new Set(looks).size).toBe(names.length);
    expect(new Set(names.map((name) => lookOf(name).color)).size).toBe(names.length);
  });

  it.each(Object.keys(eyes))('are told apart by colour or by dashes with %s', (eye) => {
    const alike = Object.entries(themes).flatMap(([theme, color]) =>
      pairs.flatMap(([a, b]) => {
        const [one, other] = [lookOf(a), lookOf(b)];
        const apart = distance(color(one.color), color(other.color), eyes[eye]!);
        const enough =
          apart >= APART ||
          (one.dash !== other.dash && (eye !== 'normal sight' || apart >= APART_AT_SIGHT));
        return enough ? [] : `${theme}: ${a}, ${b} ${apart}`;
      }),
    );
    expect(alike).toEqual([]);
  });
});

it.each(Object.entries(themes))('every colour stands out from the %s ground', (where, color) => {
  const names = [...new Set(Object.values(labs).flat())];
  const faint = names.flatMap((name) =>
    ['--panel', '--paper'].flatMap((ground) => {
      const ratio = contrast(color(lookOf(name).color), color(ground));
      return ratio >= (where.includes('lecture') ? IN_A_HALL : CONTRAST)
        ? []
        : `${name} on ${ground} ${ratio.toFixed(2)}`;
    }),
  );
  expect(faint).toEqual([]);
});
