/** What each contender does with the same tasks: a picture of the one in sight, and what its paper writes. */

import { Swatch } from '../../ui/charts/layers';
import { Button } from '../../ui/controls/Button';
import { Chips } from '../../ui/controls/Chips';
import { Formula } from '../../ui/Formula';
import { lookOf } from '../../ui/palette';
import { useWords } from '../../ui/Say';
import { Sourced } from '../../ui/Sourced';
import text from '../../ui/text.module.css';
import { say, sayNumber } from '../../words/format';
import { loadWords } from '../../words/words';
import { Late } from '../kit/Late';
import { WalkButton } from '../kit/microscope/WalkButton';
import { ownOf } from '../kit/ownFields';
import parts from '../kit/parts.module.css';
import { useLab, useLabState } from './hooks';
import { LoopsPicture } from './loops/LoopsPicture';
import styles from './loops/loops.module.css';
import { type ContenderName, contenderNames, sheetOf } from './methods';
import { contenderOf } from './registry';

const microscope = async () => {
  const [{ Microscope }] = await Promise.all([
    import('./microscope/Microscope'),
    loadWords('microscope'),
  ]);
  return Microscope;
};

const rates = async () => {
  const [{ RatesPanel }] = await Promise.all([
    import('./rates/RatesPanel'),
    loadWords('microscope'),
  ]);
  return RatesPanel;
};
const bayes = async () => {
  const [{ BayesPanel }] = await Promise.all([
    import('./bayes/BayesPanel'),
    loadWords('microscope'),
  ]);
  return BayesPanel;
};
const gates = async () => {
  const [{ GatesPanel }] = await Promise.all([
    import('./gates/GatesPanel'),
    loadWords('microscope'),
  ]);
  return GatesPanel;
};

const implicit = async () => {
  const [{ ImplicitPanel }] = await Promise.all([
    import('./implicit/ImplicitPanel'),
    loadWords('microscope'),
  ]);
  return ImplicitPanel;
};

export function HowItWorks() {
  const isWalked = useLabState((s) => s.view.microscope === 'open');
  const { loops, contenders } = useWords();
  const chosen = useLabState((s) => contenderNames.filter((n) => s.spec.contenders.includes(n)));
  // The one in front, or else the first: one that takes part after a restart can be seen already.
  const name = useLabState(({ view: { voice } }) => (chosen.includes(voice) ? voice : chosen[0]!));
  const reads = sheetOf(name).reads ?? false;
  return (
    <>
      <div className={styles.begin}>
        <p className={parts.lead}>{loops.lead}</p>
        <Formula
          tex={String.raw`\phi_0=\theta,\qquad \phi_{k}=\phi_{k-1}-\alpha\,\nabla L_S(\phi_{k-1})`}
          words={loops.formula}
        />
      </div>
      <Choice chosen={chosen} name={name} />
      <div className={styles.one}>
        <LoopsPicture name={name} />
        <div className={styles.words}>
          <Method name={name} />
          {reads ? (
            <p className={text.hint}>{say(loops.reads, { name: contenders[name].label })}</p>
          ) : isWalked ? null : (
            <WalkButton says={loops.walk} of={microscope} />
          )}
          <Costs chosen={chosen} name={name} />
        </div>
      </div>
      {isWalked && !reads ? <Late of={microscope} given={{ name }} /> : null}
      <Studies name={name} chosen={chosen} />
    </>
  );
}

/** What can be studied besides, one at a time. */
function Studies({ name, chosen }: ChosenProps) {
  const lab = useLab();
  const { loops } = useWords();
  const study = useLabState((s) => s.view.microscope);
  const ofWaves = useLabState((s) => s.running.task === 'sinusoid');
  const reads = sheetOf(name).reads ?? false;
  const hasGates = chosen.includes('ravi');
  const solves = chosen.includes('imaml');
  return (
    <>
      <div className={styles.studies}>
        {study === 'rates' || reads ? null : (
          <Button onClick={() => lab.see({ microscope: 'rates' })}>{loops.rateStudy}</Button>
        )}
        {study === 'bayes' || !ofWaves ? null : (
          <Button onClick={() => lab.see({ microscope: 'bayes' })}>{loops.bayesStudy}</Button>
        )}
        {study === 'gates' || !hasGates ? null : (
          <Button onClick={() => lab.see({ microscope: 'gates' })}>{loops.gatesStudy}</Button>
        )}
        {study === 'implicit' || !solves ? null : (
          <Button onClick={() => lab.see({ microscope: 'implicit' })}>{loops.implicitStudy}</Button>
        )}
      </div>
      {study === 'rates' && !reads ? <Late of={rates} given={{ name }} /> : null}
      {study === 'bayes' ? <Late of={bayes} given={{ name }} /> : null}
      {study === 'gates' && hasGates ? <Late of={gates} given={{}} /> : null}
      {study === 'implicit' && solves ? <Late of={implicit} given={{}} /> : null}
    </>
  );
}

interface ChosenProps {
  readonly chosen: readonly ContenderName[];
  readonly name: ContenderName;
}

/** Which one is in the picture: the same that stands in front where all share a plot. */
function Choice({ chosen, name }: ChosenProps) {
  const lab = useLab();
  const { contenders, loops } = useWords();
  return (
    <div className={styles.choice}>
      <Chips
        legend={loops.method}
        quiet
        options={chosen}
        face={(each) => (
          <>
            <Swatch look={lookOf(each)} />
            <span>{contenders[each].label}</span>
          </>
        )}
        value={name}
        onChange={(voice) => lab.see({ voice })}
      />
    </div>
  );
}

/** What it does, as its paper writes it. */
function Method({ name }: { readonly name: ContenderName }) {
  const { contenders, about, frame } = useWords();
  const { label } = contenders[name];
  const { plain, formula, idea, source } = about[name];
  return (
    <article className={styles.method}>
      <h3>{label}</h3>
      <p className={styles.plain}>{plain}</p>
      {/* What was set of another stays in its element. */}
      <Formula key={name} tex={contenderOf(name).formula} words={formula} />
      <p>{idea}</p>
      {source === '' ? null : (
        <p className={text.hint}>
          <Sourced text={say(frame.page.source, { source })} />
        </p>
      )}
    </article>
  );
}

/** What is the same for all of them, and what is not. */
function Costs({ chosen, name }: ChosenProps) {
  const { contenders, loops } = useWords();
  const spec = useLabState((s) => s.running);
  const inner = { rate: spec.innerRate, steps: spec.innerSteps };
  return (
    <div className={styles.costs}>
      <p>{loops.fair}</p>
      {chosen
        .filter((each) => sheetOf(each).ownLoop && !sheetOf(each).reads)
        .map((each) => (
          <p key={each}>{say(loops.ownLoop, { names: contenders[each].label })}</p>
        ))}
      <table>
        <caption>{loops.cost.title}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="hidden-visually">{loops.cost.method}</span>
            </th>
            <th scope="col">{loops.cost.gradients}</th>
            <th scope="col">{loops.cost.products}</th>
          </tr>
        </thead>
        <tbody>
          {chosen.map((each) => {
            const contender = contenderOf(each);
            const { gradients, products } = contender.cost(inner, ownOf(each, contender, spec));
            return (
              <tr key={each} data-chosen={each === name || undefined}>
                <th scope="row">{contenders[each].label}</th>
                <td>{sayNumber(gradients)}</td>
                <td>{sayNumber(products)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
