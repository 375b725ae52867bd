/**
 * Takes the sentences of the catalogues apart when the page is built: it gets what is to be said, and no parser. Text
 * without values or elements stays text.
 */

import compile from 'icu-minify/compile';

const CATALOGUE = /\/src\/words\/[\w-]+\/\w+\.ts$/;
/** What only a sentence has: in text that is put together from others it would stay as it is. */
const OF_A_SENTENCE = /[{}]|<\/?[a-z]/;

/**
 * @param {string} file where it is from, for what is said of a bad one
 * @param {string} text
 * @throws {SyntaxError}
 */
function compiled(file, text) {
  try {
    return compile(text);
  } catch (error) {
    throw new SyntaxError(`${file}: “${text}” is no sentence: ${String(error)}`);
  }
}

/**
 * What takes the place of the strings of a module.
 * @param {any} program its syntax tree
 * @param {string} file
 */
function sentencesIn(program, file) {
  /** @type {{ start: number, end: number, text: string }[]} */
  const found = [];
  /** @type {(place: { start: number, end: number }, text: string) => void} */
  const take = ({ start, end }, text) => {
    const parts = compiled(file, text);
    if (typeof parts !== 'string') found.push({ start, end, text: JSON.stringify(parts) });
    else if (parts !== text)
      throw new SyntaxError(`${file}: “${text}” would be shown as “${parts}”`);
  };
  /** @param {any} node */
  const visit = (node) => {
    if (node === null || typeof node !== 'object') return;
    if (Array.isArray(node)) {
      node.forEach(visit);
    } else if (node.type === 'Literal') {
      if (typeof node.value === 'string') take(node, node.value);
    } else if (node.type === 'TemplateLiteral') {
      /** @type {string[]} */
      const texts = node.quasis.map((/** @type {any} */ { value }) => value.cooked);
      if (texts.length === 1) take(node, texts[0]);
      else if (texts.some((text) => OF_A_SENTENCE.test(text))) {
        throw new SyntaxError(`${file}: “${texts.join('…')}” takes values and is put together`);
      } else visit(node.expressions);
    } else if (node.type === 'BinaryExpression') {
      throw new SyntaxError(`${file}: sentences are not put together with “${node.operator}”`);
    } else if (node.type === 'Property') {
      visit(node.value);
    } else if (!node.type.startsWith('Import')) {
      for (const inner of Object.values(node)) visit(inner);
    }
  };
  visit(program);
  return found;
}

/** @returns {import('vite').Plugin} */
export const sentences = () => ({
  name: 'sentences',
  // After the types are gone.
  enforce: 'post',
  transform(code, id) {
    if (!CATALOGUE.test(id)) return null;
    let rest = code;
    for (const { start, end, text } of sentencesIn(this.parse(code), id).reverse()) {
      rest = `${rest.slice(0, start)}${text}${rest.slice(end)}`;
    }
    return rest === code ? null : { code: rest, map: null };
  },
});
