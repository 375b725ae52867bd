/** The page in its light colours, for as long as a figure is read off it. */

/**
 * Reads within the light page: a dark one is light for as long as this takes, which nobody sees, as nothing is painted
 * meanwhile.
 */
export function inLight<T>(read: () => T): T {
  const { dataset } = document.documentElement;
  const { theme } = dataset;
  if (theme === undefined || theme === 'light') return read();
  // Colours that fade from one to the other would still be the dark ones.
  const still = new CSSStyleSheet();
  still.replaceSync('*, *::before, *::after { transition: none !important; }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, still];
  dataset.theme = 'light';
  try {
    return read();
  } finally {
    dataset.theme = theme;
    // Back to the dark colours before anything may fade again.
    void getComputedStyle(document.body).color;
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== still);
  }
}
