/** A language that is a folder of catalogues, each named as its area and as what it exports: `zh/frame.ts` has `frame`. */

import type { Area, Areas, LoadArea } from './areas';

/** @param files those of the folder, by `import.meta.glob` */
export const loaderOf =
  (files: Readonly<Record<string, () => Promise<unknown>>>): LoadArea =>
  async <A extends Area>(area: A) => {
    const file = files[`./${area}.ts`];
    if (file === undefined) throw new Error(`this language has no words of “${area}”`);
    return ((await file()) as Pick<Areas, A>)[area];
  };
