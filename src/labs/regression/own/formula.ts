/**
 * A formula in x, typed by a person: its text becomes a function, or a reason why not.
 *
 * Signs and names are held against a list first; the parser (jsep) then only puts precedence in order and gives a tree,
 * which it cannot evaluate; and of the tree, arithmetic alone is taken. So a formula can name nothing of the page, and
 * does no more than a few hundred operations for a value.
 */

import jsep from 'jsep';

export const LONGEST_FORMULA = 200;
const DEEPEST = 40;

/** Of real functions: as many arguments as are named. */
const functions = new Map<string, (...values: number[]) => number>([
  ...(['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'sinh', 'cosh', 'tanh'] as const).map(
    (name) => [name, (x: number) => Math[name](x)] as const,
  ),
  ...(
    ['exp', 'log2', 'log10', 'sqrt', 'cbrt', 'abs', 'sign', 'floor', 'ceil', 'round'] as const
  ).map((name) => [name, (x: number) => Math[name](x)] as const),
  ['log', (x) => Math.log(x!)],
  ['ln', (x) => Math.log(x!)],
  ['step', (x) => (x! < 0 ? 0 : 1)],
  ['min', (a, b) => Math.min(a!, b!)],
  ['max', (a, b) => Math.max(a!, b!)],
  ['mod', (a, b) => a! - b! * Math.floor(a! / b!)],
]);
const OF_TWO = new Set(['min', 'max', 'mod']);
export const functionNames = [...functions.keys()];

const constants = new Map([
  ['pi', Math.PI],
  ['e', Math.E],
]);

/** Why a text is no formula; `at` counts its characters from 1. */
export type FormulaProblem =
  | { readonly code: 'empty' }
  | { readonly code: 'long' | 'deep'; readonly most: number }
  | {
      readonly code: 'character' | 'name' | 'call' | 'unexpected';
      readonly at: number;
      readonly text: string;
    }
  | { readonly code: 'unclosed' | 'unopened'; readonly at: number }
  | { readonly code: 'ends' }
  | { readonly code: 'arguments'; readonly text: string; readonly count: number };

export type Formula = (x: number) => number;
type Read<T> = { readonly ok: true; readonly value: T } | Refused;
interface Refused {
  readonly ok: false;
  readonly problem: FormulaProblem;
}
const refused = (problem: FormulaProblem): Refused => ({ ok: false, problem });

export function readFormula(text: string): Read<Formula> {
  if (text.length > LONGEST_FORMULA) return refused({ code: 'long', most: LONGEST_FORMULA });
  const found = tokensOf(text);
  if (!found.ok) return found;
  const tokens = found.value;
  if (tokens.length === 0) return refused({ code: 'empty' });
  const problem = misplaced(tokens);
  if (problem !== null) return refused(problem);
  const { plain, places } = spelledOut(tokens);
  try {
    return { ok: true, value: compiled(parsed(plain)) };
  } catch (error) {
    if (error instanceof Unfit) return refused(error.problem);
    const { index = plain.length } = error as { readonly index?: number };
    const token = tokens[places[index] ?? tokens.length];
    return refused(
      token === undefined
        ? { code: 'ends' }
        : { code: 'unexpected', at: token.at, text: token.given },
    );
  }
}

interface Token {
  readonly kind: 'number' | 'name' | 'function' | 'sign';
  readonly text: string;
  /** As it was typed, and where. */
  readonly given: string;
  readonly at: number;
}

const TOKEN =
  /(\d+\.?\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?)|([a-z]+\d*|π)|(\*\*|[-+*/^(),−·×÷²³])/iy;
const SPELLED: Readonly<Record<string, string>> = {
  ...{ '**': '^', '−': '-', '·': '*', '×': '*', '÷': '/', π: 'pi' },
};
const POWERS: Readonly<Record<string, string>> = { '²': '2', '³': '3' };

/** Signs, digits and letters of full width, which Chinese keyboards write. */
const narrow = (text: string): string =>
  text.replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));

function tokensOf(typed: string): Read<readonly Token[]> {
  const tokens: Token[] = [];
  const text = narrow(typed);
  let index = 0;
  while (index < text.length) {
    if (/\s/.test(text[index]!)) {
      index += 1;
      continue;
    }
    TOKEN.lastIndex = index;
    const match = TOKEN.exec(text);
    const at = index + 1;
    if (match === null) {
      const [character] = typed.slice(index);
      return refused({ code: 'character', at, text: character! });
    }
    const [given, number, name] = match;
    const lower = given.toLowerCase();
    const spelled = Object.hasOwn(SPELLED, lower) ? SPELLED[lower]! : lower;
    const power = Object.hasOwn(POWERS, given) ? POWERS[given]! : null;
    if (number !== undefined) tokens.push({ kind: 'number', text: spelled, given, at });
    else if (power !== null) {
      tokens.push(
        { kind: 'sign', text: '^', given, at },
        { kind: 'number', text: power, given, at },
      );
    } else if (name === undefined) tokens.push({ kind: 'sign', text: spelled, given, at });
    else if (functions.has(spelled)) tokens.push({ kind: 'function', text: spelled, given, at });
    else if (spelled === 'x' || constants.has(spelled)) {
      tokens.push({ kind: 'name', text: spelled, given, at });
    } else return refused({ code: 'name', at, text: given });
    index += given.length;
  }
  return { ok: true, value: tokens };
}

/** What is wrong with brackets, with what stands between them, or with a function that has none. */
function misplaced(tokens: readonly Token[]): FormulaProblem | null {
  const open: { readonly token: Token; readonly call: boolean }[] = [];
  for (const [i, token] of tokens.entries()) {
    const { at, given, kind, text } = token;
    const before = tokens[i - 1];
    const inCall = open.at(-1)?.call ?? false;
    if (kind === 'function' && tokens[i + 1]?.text !== '(') {
      return { code: 'call', at, text: given };
    }
    // Two numbers side by side are no product that anybody means.
    const odd =
      (kind === 'number' && before?.kind === 'number') ||
      (text === ',' && !inCall) ||
      (text === ')' && before?.text === '(' && !inCall);
    if (odd) return { code: 'unexpected', at, text: given };
    if (text === '(') open.push({ token, call: before?.kind === 'function' });
    if (open.length > DEEPEST) return { code: 'deep', most: DEEPEST };
    if (text === ')' && open.pop() === undefined) return { code: 'unopened', at };
  }
  const [first] = open;
  return first === undefined ? null : { code: 'unclosed', at: first.token.at };
}

/** With every product written, and the token that each character belongs to. */
function spelledOut(tokens: readonly Token[]): { plain: string; places: readonly number[] } {
  let plain = '';
  const places: number[] = [];
  const isValue = (token: Token) => token.kind === 'number' || token.kind === 'name';
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1];
    const ends = before !== undefined && (isValue(before) || before.text === ')');
    const begins = isValue(token) || token.kind === 'function' || token.text === '(';
    const piece = `${ends && begins ? '*' : ''}${token.text}`;
    for (let k = 0; k < piece.length; k++) places.push(i);
    plain += piece;
  }
  return { plain, places };
}

jsep.removeAllBinaryOps();
jsep.removeAllUnaryOps();
jsep.removeAllLiterals();
for (const sign of ['+', '-']) jsep.addBinaryOp(sign, 1);
for (const sign of ['*', '/']) jsep.addBinaryOp(sign, 2);
jsep.addBinaryOp('^', 3, true);
// Of −x², the sign is that of the power: the parser's own signs bind more closely.
jsep.hooks.add('gobble-token', function signed(env) {
  if (this.char !== '-' && this.char !== '+') return;
  const operator = this.char;
  this.index += 1;
  env.node = { type: 'UnaryExpression', operator, argument: power(this), prefix: true };
});
function power(scope: jsep.HookScope): jsep.Expression {
  const base = scope.gobbleToken() ?? scope.throwError('nothing there');
  scope.gobbleSpaces();
  if (scope.char !== '^') return base;
  scope.index += 1;
  return { type: 'BinaryExpression', operator: '^', left: base, right: power(scope) };
}

const parsed = (plain: string) => jsep(plain) as jsep.CoreExpression;

class Unfit extends Error {
  constructor(readonly problem: FormulaProblem) {
    super(problem.code);
  }
}

function compiled(node: jsep.CoreExpression): Formula {
  const of = (part: jsep.Expression) => compiled(part as jsep.CoreExpression);
  switch (node.type) {
    case 'Literal': {
      const value = Number(node.value);
      return () => value;
    }
    case 'Identifier': {
      const value = constants.get(node.name);
      return value === undefined ? (x) => x : () => value;
    }
    case 'UnaryExpression': {
      const inner = of(node.argument);
      return node.operator === '-' ? (x) => -inner(x) : inner;
    }
    case 'BinaryExpression':
      return binary(node.operator, of(node.left), of(node.right));
    case 'CallExpression': {
      const { name } = node.callee as jsep.Identifier;
      const apply = functions.get(name);
      if (apply === undefined) break;
      const given = node.arguments.map(of);
      const count = OF_TWO.has(name) ? 2 : 1;
      if (given.length !== count) throw new Unfit({ code: 'arguments', text: name, count });
      return (x) => apply(...given.map((value) => value(x)));
    }
    default:
  }
  throw new Error('no arithmetic');
}

function binary(sign: string, a: Formula, b: Formula): Formula {
  switch (sign) {
    case '+':
      return (x) => a(x) + b(x);
    case '-':
      return (x) => a(x) - b(x);
    case '*':
      return (x) => a(x) * b(x);
    case '/':
      return (x) => a(x) / b(x);
    default:
      return (x) => a(x) ** b(x);
  }
}
