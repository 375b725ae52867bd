/** What a learned optimiser is, and how it is trained. */

import { Formula } from '../../ui/Formula';
import text from '../../ui/text.module.css';
import parts from '../parts/parts.module.css';

export function HowItWorks() {
  return (
    <section className={parts.below} aria-labelledby="how">
      <h2 id="how">How an optimiser is learned</h2>
      <p className={parts.lead}>
        An optimiser turns gradients into updates. Here that map is an LSTM, one for all
        coordinates, each with a memory of its own. It is trained by gradient descent through its
        own steps, and judged on problems that it has not met.
      </p>
      <div className={parts.cards}>
        <article className={parts.card}>
          <h3>The update</h3>
          <Formula
            tex={String.raw`\theta_{t+1}=\theta_t+g_t,\quad (g_t,h_{t+1})=m(\nabla f(\theta_t),h_t;\phi)`}
            words="θ moves by what the LSTM m, with parameters φ and state h, proposes for the gradient of f."
          />
          <p>
            A gradient goes in as its logarithm and its sign, so that tiny and huge ones are alike
            to the network. The same weights serve every coordinate: an optimiser trained in ten
            dimensions works in any number.
          </p>
        </article>
        <article className={parts.card}>
          <h3>The meta-loss</h3>
          <Formula
            tex={String.raw`\mathcal L(\phi)=\mathbb E_f\Big[\sum_{t=1}^{T} w_t\, f(\theta_t)\Big]`}
            words="The expected sum of f over the steps of an unroll."
          />
          <p>
            Derivatives run back through twenty steps at a time. The paper treats the gradients that
            the LSTM is given as constants; under <i>Derivatives and length</i> they can be let
            through.
          </p>
          <p className={text.hint}>
            Andrychowicz et al. 2016, arXiv 1606.04474. The sum of log f, random scaling and a
            growing horizon are not theirs.
          </p>
        </article>
        <article className={parts.card}>
          <h3>A fair race</h3>
          <p>
            All start at the same points of the same held-out problems. The optimisers written by
            hand run at the rate that did best on a grid, over other problems: open{' '}
            <i>Tuned rates</i> to see it.
          </p>
        </article>
      </div>
    </section>
  );
}
