/** What the page needs from the first thing on that a person does to it. */

export { keepFocus } from './keepFocus';
export { takeDrops } from './share/drops';
