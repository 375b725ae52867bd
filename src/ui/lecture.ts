/** Whether the page is shown to a hall: large type, settings out of the way. How it is asked for is the app's. */

import { createStore } from 'zustand/vanilla';

export const lecture = createStore<{ readonly on: boolean }>(() => ({ on: false }));

export function setLecture(on: boolean): void {
  document.documentElement.toggleAttribute('data-lecture', on);
  lecture.setState({ on });
  resized();
}

/** What is drawn by the page's sizes is to be drawn anew, though the window has its size. */
export const resized = (): boolean => dispatchEvent(new Event('resize'));
