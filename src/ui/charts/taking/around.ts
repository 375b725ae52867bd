/** Where what is read off the page stands, and what style sheets say in numbers. */

import type { Box } from './scene';

export interface Around {
  readonly opacity: number;
  readonly clip: Box | null;
  /** Of the page's pixels, what is the beginning of the figure. */
  readonly origin: { readonly x: number; readonly y: number };
}

export const boxOf = (element: Element, { origin }: Around): Box => {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x: x - origin.x, y: y - origin.y, width, height };
};

export const pixels = (text: string): number => Number.parseFloat(text) || 0;
