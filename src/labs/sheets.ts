/** Style sheets that could not be had: the bundler asks for each only once, so they are asked for anew here. */

const missing = new Map<string, HTMLLinkElement>();

document.addEventListener(
  'error',
  ({ target }) => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') {
      missing.set(target.href, target);
    }
  },
  true,
);

/** Comes when the sheets that were missing before are there. */
export async function missingSheets(): Promise<void> {
  const again = [...missing.values()].map(
    (link) =>
      new Promise<void>((resolve, reject) => {
        const next = link.cloneNode() as HTMLLinkElement;
        next.onload = () => {
          missing.delete(next.href);
          resolve();
        };
        next.onerror = () => reject(new Error(`no ${next.href}`));
        link.replaceWith(next);
      }),
  );
  await Promise.all(again);
}
