/**
 * Full context embeddings (Vinyals et al. 2016, arXiv 1606.04080, appendix A.1 and A.2): what a drawing is embedded as depends on
 * the whole support set. A support point goes through an LSTM that reads the set in both directions, and is added to what comes out;
 * a query point reads the set by attention, in the steps of an LSTM.
 *
 *     g(x_i, S) = h→_i + h←_i + g'(x_i)
 *     ĥ_k, c_k = LSTM(f'(x), [h_{k−1}, r_{k−1}], c_{k−1}),  h_k = ĥ_k + f'(x),  r_{k−1} = Σ_i softmax_i(h_{k−1}·g_i) g_i,  f(x, S) = h_K
 *
 * The paper does not say what h_0 and c_0 are: here ĥ_0 = 0, so h_0 = f'(x), and c_0 = 0. Nor does it say in which order the support
 * set is read.
 */

import { type Matrices, type Operations, type Program, scan } from '../program';

export interface ContextSettings {
  /** Numbers of an embedding, and units of each LSTM: what comes out of them is added to embeddings. */
  readonly width: number;
  /** The places of the support points, which are the first of all, in the order in which they are read. */
  readonly order: readonly number[];
  /** K, the steps in which a query point reads. */
  readonly steps: number;
}

const lstmNames = ['forwards', 'backwards', 'reading'] as const;

export function contextProgram({ width, order, steps }: ContextSettings): Program {
  const gates = 4 * width;
  const support = order.length;
  const lstm = (name: (typeof lstmNames)[number]) => ({
    [name]: { rows: width, columns: gates },
    [`${name} recurrent`]: { rows: name === 'reading' ? 2 * width : width, columns: gates },
    [`${name} biases`]: { rows: 1, columns: gates },
  });
  return {
    inputs: width,
    outputs: width,
    parameters: Object.assign({}, ...lstmNames.map(lstm)),
    layers: lstmNames.flatMap((name) => [name, `${name} recurrent`]),
    run(o, p, x) {
      type M = typeof x;
      const ofSet = o.sliceRows(x, 0, support);
      const asked = o.sliceRows(x, support, x.rows - support);
      const read = (name: string, places: readonly number[]): M => {
        const zero = o.constant(1, width, 0);
        const into = o.matMul(ofSet, p[name]!, { plus: p[`${name} biases`] });
        const said = scan(
          o,
          {
            start: [zero, zero],
            inputs: inOrder(o, into, places),
            steps: support,
            given: [p[`${name} recurrent`]!],
          },
          (on, [before, cell], own, [recurrent]) => {
            const next = on.lstm(on.matMul(before!, recurrent!, { plus: own }), cell!);
            return { state: [next.hidden, next.cell], output: next.hidden };
          },
        );
        // Back to the places that they were read from.
        return o.concatRows(places.map((_, place) => said[places.indexOf(place)]!));
      };
      const backwards = order.toReversed();
      const g = o.add(ofSet, o.add(read('forwards', order), read('backwards', backwards)));
      let [h, cell] = [asked, o.constant(asked.rows, width, 0)];
      const into = o.matMul(asked, p.reading!, { plus: p['reading biases'] });
      for (let k = 0; k < steps; k++) {
        const weights = o.softmax(o.matMul(h, g, { transposeB: true }));
        const seen = o.concatColumns([h, o.matMul(weights, g)]);
        const next = o.lstm(o.matMul(seen, p['reading recurrent']!, { plus: into }), cell);
        h = o.add(next.hidden, asked);
        cell = next.cell;
      }
      return o.concatRows([g, h]);
    },
  };
}

const inOrder = <M extends Matrices>(o: Operations<M>, a: M, places: readonly number[]): M =>
  o.concatRows(places.map((place) => o.sliceRows(a, place, 1)));
