/** How large an element is: what is drawn in it has type and targets of their own size at any width. */

import { type RefObject, useLayoutEffect, useState } from 'react';

export interface Size {
  /** In whole pixels. */
  readonly width: number;
  /** Of type, in parts of what it is on a desk: a hall has larger. */
  readonly scale: number;
}

/** Pixels of the page's size of type, at the least. */
const DESK = 15;

/** @returns null before it has one */
export function useSize(element: RefObject<Element | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const measure = () => {
      const width = Math.floor(element.current!.getBoundingClientRect().width);
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      const scale = Math.max(1, rem / DESK);
      setSize((old) => (old?.width === width && old.scale === scale ? old : { width, scale }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element.current!);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
