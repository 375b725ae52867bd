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
import { Late, type LateProps } from '../kit/Late';
import { WalkButton } from '../kit/microscope/WalkButton';
import { ownOf } from '../kit/ownFields';
import parts from '../kit/parts.module.css';
import type { RegressionSpec, RegressionView } from './fields';
import { useLab, useLabState } from './hooks';
import { isFromStart } from './judged';
import { LoopsPicture } from './loops/LoopsPicture';
import styles from './loops/loops.module.css';
import { type ContenderName, contenderNames, sheetOf } from './methods';
import { contenderOf } from './registry';

/** A part, with the words that it says. */
const worded =
  <Part,>(part: () => Promise<Part>) =>
  async () =>
    (await Promise.all([part(), loadWords('microscope')]))[0];

const microscope = worded(async () => (await import('./microscope/Microscope')).Microscope);

interface NamedProps {
  readonly name: ContenderName;
}
interface StudyOf {
  readonly study: RegressionView['microscope'];
  readonly of: LateProps<NamedProps>['of'];
  readonly says: 'rateStudy' | 'bayesStudy' | 'gatesStudy' | 'implicitStudy';
  /** Whether there is anything to be studied: if a link leads to it nevertheless, it says itself why there is not. */
  readonly has: (of: ChosenProps & { readonly task: RegressionSpec['task'] }) => boolean;
}

/** What can be studied besides, one at a time. */
const studies: readonly StudyOf[] = [
  {
    study: 'rates',
    of: worded(async () => (await import('./rates/RatesPanel')).RatesPanel),
    says: 'rateStudy',
    has: ({ name }) => !sheetOf(name).reads,
  },
  {
    study: 'bayes',
    of: worded(async () => (await import('./bayes/BayesPanel')).BayesPanel),
    says: 'bayesStudy',
    has: ({ task }) => task === 'sinusoid',
  },
  {
    study: 'gates',
    of: worded(async () => (await import('./gates/GatesPanel')).GatesPanel),
    says: 'gatesStudy',
    has: ({ chosen }) => chosen.includes('ravi'),
  },
  {
    study: 'implicit',
    of: worded(async () => (await import('./implicit/ImplicitPanel')).ImplicitPanel),
    says: 'implicitStudy',
    has: ({ chosen }) => chosen.includes('imaml'),
  },
];

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

function Studies({ name, chosen }: ChosenProps) {
  const lab = useLab();
  const { loops } = useWords();
  const at = useLabState((s) => s.view.microscope);
  const task = useLabState((s) => s.running.task);
  return (
    <>
      <div className={styles.studies}>
        {studies
          .filter(({ study, has }) => study !== at && has({ name, chosen, task }))
          .map(({ study, says }) => (
            <Button key={study} onClick={() => lab.see({ microscope: study })}>
              {loops[says]}
            </Button>
          ))}
      </div>
      {studies
        .filter(({ study }) => study === at)
        .map(({ study, of }) => (
          <Late key={study} of={of} given={{ name }} />
        ))}
    </>
  );
}

interface ChosenProps extends NamedProps {
  readonly chosen: readonly ContenderName[];
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
function Method({ name }: NamedProps) {
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
  const said = (names: readonly ContenderName[], of: typeof loops.ownLoop) => {
    const labels = names.map((each) => contenders[each].label).join(' · ');
    return names.length === 0 ? null : <p>{say(of, { names: labels, count: names.length })}</p>;
  };
  const told = chosen.filter((each) => sheetOf(each).told);
  const readers = chosen.filter((each) => sheetOf(each).reads && !told.includes(each));
  const fromStart = chosen.filter((each) => isFromStart(each, spec));
  const others = chosen.filter(
    (each) => sheetOf(each).ownLoop && !sheetOf(each).reads && !fromStart.includes(each),
  );
  return (
    <div className={styles.costs}>
      <p>{loops.fair}</p>
      {said(others, loops.ownLoop)}
      {said(fromStart, loops.fromStart)}
      {said(readers, loops.ownNetwork)}
      {said(told, loops.told)}
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
