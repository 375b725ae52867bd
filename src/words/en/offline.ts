/** What is said of a newer page. */

export const offline = {
  newer: 'A newer version of this page is here.',
  keeps: 'Runs are kept: they go on from where they were last put away.',
  load: 'Load it',
};
