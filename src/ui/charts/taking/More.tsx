/** What a figure's head opens, in one part of the page: its numbers as a table, and the menu of what it is taken away as. */

export { DataTable, SaveCsv } from './DataTable';
export { Menu } from './Menu';
