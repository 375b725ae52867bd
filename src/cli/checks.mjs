/** What `npm test` can run, in this order. */
export const checks = {
  lint: 'format and lint',
  types: 'types',
  unit: 'unit tests in Node',
  engines: 'every engine against finite differences, in a browser',
  build: 'build',
  e2e: 'the page, by what a person does',
  browsers: 'a shorter suite in Firefox and WebKit, where they are found',
};
