/** Tells the page around this one how high this one is, so that it can give it the room. */

import { lecture } from '../../ui/lecture';

/** A message of this name has a height, in CSS pixels. */
export const MESSAGE = 'inner-loop';

export function postHeight(): void {
  if (parent === window) return;
  let posted = 0;
  const post = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    // In lecture mode sizes follow the window: it would grow without end.
    if (height === posted || lecture.getState().on) return;
    posted = height;
    // A number is nobody's secret, and the page around may be anybody's.
    parent.postMessage({ type: MESSAGE, height }, '*');
  };
  new ResizeObserver(post).observe(document.body);
}
