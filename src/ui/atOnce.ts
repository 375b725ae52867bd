/** Renders at once what a change of state asks for: what it shows can have the focus right after. */
export { flushSync as atOnce } from 'react-dom';
