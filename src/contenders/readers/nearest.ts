/**
 * The nearest neighbour that remembers everything: it answers with the label that was told of the drawing that is nearest to
 * that of now, of all before. Nothing of it is learned; of a character's first drawing it knows nothing.
 */

export const NEAREST_FORMULA = String.raw`\hat y_t=y_i,\qquad i=\arg\min_{i<t}\,\lVert x_t-x_i\rVert`;

/** For each step the earlier one whose features are nearest, by Euclidean distance; −1 at the first. */
export function nearestOf(features: Float32Array, width: number): Int16Array {
  const steps = features.length / width;
  const found = new Int16Array(steps).fill(-1);
  for (let t = 1; t < steps; t++) {
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < t; i++) {
      let distance = 0;
      for (let n = 0; n < width; n++) {
        distance += (features[t * width + n]! - features[i * width + n]!) ** 2;
      }
      if (distance < least) {
        least = distance;
        found[t] = i;
      }
    }
  }
  return found;
}
