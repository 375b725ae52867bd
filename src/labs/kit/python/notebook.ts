/** A notebook of Jupyter, nbformat 4.5, from cells of code with what is said of each. */

import type { Cell } from './assemble';

export function notebookOf(title: string, cells: readonly Cell[]): string {
  const all = [
    cellOf('markdown', 'title', `# ${title}`),
    ...cells.flatMap(({ words, source }, i) => [
      cellOf('markdown', `words-${i}`, words),
      cellOf('code', `code-${i}`, source),
    ]),
  ];
  const metadata = {
    kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
    language_info: { name: 'python' },
  };
  return `${JSON.stringify({ cells: all, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
}

function cellOf(kind: 'markdown' | 'code', id: string, text: string) {
  const source = text.split('\n').map((line, i, all) => (i < all.length - 1 ? `${line}\n` : line));
  const own = kind === 'code' ? { execution_count: null, outputs: [] } : {};
  return { cell_type: kind, id, metadata: {}, source, ...own };
}
