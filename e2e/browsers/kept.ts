/** What the page has put into browser storage. */

import type { Page } from './page';

/** The meta-iteration at which a lab's run lies in storage, of whatever tab; null while there is none. */
export const keptAt = (page: Page, lab: string): Promise<number | null> =>
  page.driver.evaluate(
    (head) =>
      new Promise<number | null>((resolve) => {
        const opening = indexedDB.open('keyval-store');
        opening.onsuccess = () => {
          const store = opening.result.transaction('keyval').objectStore('keyval');
          const [keys, values] = [store.getAllKeys(), store.getAll()];
          values.onsuccess = () => {
            opening.result.close();
            const found = keys.result.findIndex((key) => String(key).includes(head));
            resolve(values.result[found]?.value.resume.iteration ?? null);
          };
        };
      }),
    ` head ${lab} `,
  );
