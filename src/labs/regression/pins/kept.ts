/** Where pins are kept in this browser, and whether there are any. */

export const KEY = 'pins';

export function anyKept(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}
