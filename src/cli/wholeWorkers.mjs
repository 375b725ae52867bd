/**
 * Builds workers whose own script no part of them imports from: what they share stands in files of its own. Where a part
 * imports from it, WebKit now and then runs the script once more, and one worker answers as two.
 */

const OF_TFJS = /\/node_modules\/@tensorflow\/|\/src\/compute\/tfjs\//;

/** @returns {import('vite').Plugin} */
export const wholeWorkers = () => ({
  name: 'whole-workers',
  // A plugin says it, as the settings of workers are not asked.
  options: (all) => ({ ...all, preserveEntrySignatures: 'strict' }),
  // They are the worker's, and say so: a browser counts some of them among what the page has loaded.
  outputOptions: (all) => ({
    ...all,
    // TensorFlow.js has a folder of its own, as it is not kept before it was used.
    chunkFileNames: ({ isDynamicEntry, moduleIds }) => {
      const folder = moduleIds.some((id) => OF_TFJS.test(id)) ? 'worker/tfjs' : 'worker';
      return `assets/${folder}/${isDynamicEntry ? '' : 'shared-'}[name]-[hash].js`;
    },
  }),
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
    const entries = new Set(chunks.filter((file) => file.isEntry).map(({ fileName }) => fileName));
    for (const { fileName, imports, dynamicImports } of chunks) {
      const entry = [...imports, ...dynamicImports].find((name) => entries.has(name));
      if (entry !== undefined) this.error(`${fileName} imports from the worker's script ${entry}`);
    }
  },
});
