/**
 * Where every command of package.json begins: `node src/cli/main.cjs COMMAND …`. A Node that is too old reads no further
 * than this file, which is written for one of ten years ago, and says so in a sentence.
 */

const wanted = require('../../package.json').engines.node;
const [major, minor] = process.versions.node.split('.').map(Number);

/** Of a version range: `^20.19` is that minor or a later one of 20, `>=22.12` also later majors. */
const fits = wanted.split('||').some((range) => {
  const [leastMajor, leastMinor] = range
    .replace(/[^\d.]/g, '')
    .split('.')
    .map(Number);
  if (major === leastMajor) return minor >= leastMinor;
  return major > leastMajor && range.indexOf('^') < 0;
});

if (fits) {
  import('./front.mjs').then((front) => front.run(process.argv.slice(2)));
} else {
  const versions = wanted.replace('^', '').replace('||', 'or').replace('>=', '');
  console.error(
    `\nThis is Node ${process.versions.node}; Inner Loop needs ${versions} or newer. Get it from https://nodejs.org.\n`,
  );
  process.exitCode = 1;
}
