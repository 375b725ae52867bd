/** What the page has put into browser storage. */

import type { Page } from './page';

/** The meta-iteration at which a lab's run lies in storage; null while there is none. */
export const keptAt = (page: Page, lab: string): Promise<number | null> =>
  page.driver.evaluate(
    (key) =>
      new Promise<number | null>((resolve) => {
        const opening = indexedDB.open('keyval-store');
        opening.onsuccess = () => {
          const read = opening.result.transaction('keyval').objectStore('keyval').get(key);
          read.onsuccess = () => {
            opening.result.close();
            resolve(read.result?.value.resume.iteration ?? null);
          };
        };
      }),
    `run 1 ${lab}`,
  );
