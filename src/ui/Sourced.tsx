/** A text whose arXiv numbers lead to their papers. */

const NUMBER = /(arXiv \d{4}\.\d{4,5})/;

export function Sourced({ text }: { readonly text: string }) {
  return text.split(NUMBER).map((part) =>
    NUMBER.test(part) ? (
      <a
        key={part}
        href={`https://arxiv.org/abs/${part.slice('arXiv '.length)}`}
        target="_blank"
        rel="noreferrer"
      >
        {part}
      </a>
    ) : part === '' ? null : (
      // A text of its own element: see Say.
      <span key={part}>{part}</span>
    ),
  );
}
