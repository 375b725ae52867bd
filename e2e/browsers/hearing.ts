/**
 * Errors of a page, for a browser that does not tell its driver: a script that comes before all others of the page
 * hears them. They are kept in the window's name, the one place that outlives a document and touches no storage.
 */

/** Runs in the page. */
export function hear(): void {
  const keep = (text: string) => {
    window.name += `${text}\n`;
  };
  addEventListener(
    'error',
    ({ target, message }) => {
      // A load ahead of need is given up where the page is left.
      if (target instanceof HTMLLinkElement) return;
      // What could not be loaded has no message.
      if (target instanceof Element) keep(`not loaded: ${target.outerHTML.slice(0, 200)}`);
      else keep(message);
    },
    true,
  );
  addEventListener('unhandledrejection', ({ reason }) => keep(`not caught: ${reason}`));
  const { error } = console;
  console.error = (...parts: unknown[]) => {
    keep(parts.map(String).join(' '));
    error.apply(console, parts);
  };
}

/** Runs in the page: what was heard since this was last asked. */
export function takeHeard(): string[] {
  const heard = window.name.split('\n').filter((line) => line !== '');
  window.name = '';
  return heard;
}
