/** What a hall needs, and whoever prepares for one: one file to load. */

export { LecturePage } from '../lecture/LecturePage';
export { Hall } from './Hall';
