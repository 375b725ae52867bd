/** A formula, typed: what it says is in sight after a pause, what is wrong with it below. */

import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '../../../ui/controls/Button';
import { useWords } from '../../../ui/Say';
import text from '../../../ui/text.module.css';
import { say, sayList, sayNumber } from '../../../words/format';
import type { Words } from '../../../words/words';
import { useLab, useLabState } from '../hooks';
import { gridOf } from '../lab';
import { FARTHEST, type OwnProblem } from './code';
import { functionNames, LONGEST_FORMULA, readFormula } from './formula';
import styles from './own.module.css';
import { nameText, problemText } from './phrases';
import { ownInSight } from './read';

const EXAMPLES = ['sin(2x) + x/3', 'abs(x)', 'step(x)', '3*exp(-x^2)'];
/** Milliseconds without a key. */
const PAUSE = 400;

export function FormulaWay() {
  const lab = useLab();
  const words = useWords();
  const { formula } = words.ownTask;
  const help = useId();
  const said = useId();
  const inSight = useInSight();
  const shown = inSight?.kind === 'formula' ? inSight : null;
  const [typed, setTyped] = useState(shown?.name ?? '');
  const [problem, setProblem] = useState<OwnProblem | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const apply = (given: string) => {
    clearTimeout(timer.current);
    const own = given.trim();
    const { running, view } = lab.store.getState();
    const read = readFormula(own);
    const found = read.ok ? ownInSight(running, own, view.shown) : read;
    setProblem(found.ok ? null : found.problem);
    if (found.ok && own !== view.own) lab.see({ own, points: null }, 'adapt');
  };
  const change = (given: string) => {
    setTyped(given);
    // What was wrong with another text.
    setProblem(null);
    clearTimeout(timer.current);
    if (given.trim() !== '') timer.current = setTimeout(() => apply(given), PAUSE);
  };
  const still = inSight === null ? '' : say(formula.still, { task: nameText(words, inSight) });
  const grid = useLabState((s) => gridOf(s.running));
  const gap =
    problem === null && shown?.name === typed.trim()
      ? grid.find((x) => Number.isNaN(shown.value(x)))
      : undefined;
  return (
    <form
      className={styles.way}
      onSubmit={(event) => {
        event.preventDefault();
        apply(typed);
      }}
    >
      <div className={styles.typed}>
        <label htmlFor={`${help}input`}>{formula.label}</label>
        <input
          id={`${help}input`}
          type="text"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          aria-label={formula.name}
          aria-invalid={problem !== null}
          aria-describedby={`${said} ${help}`}
          value={typed}
          onChange={(event) => change(event.target.value)}
        />
        <Button type="submit">{formula.show}</Button>
      </div>
      <p id={said} role="status" className={problem === null ? text.hint : styles.wrong}>
        {problem !== null
          ? [problemText(words, problem), still].join(words.ownTask.verdict.between)
          : gap !== undefined
            ? gapText(words, typed, gap)
            : null}
      </p>
      <div className={styles.examples}>
        <span>{formula.examples}</span>
        {EXAMPLES.map((each) => (
          <Button
            key={each}
            small
            onClick={() => {
              setTyped(each);
              apply(each);
            }}
          >
            {each}
          </Button>
        ))}
      </div>
      <p id={help} className={text.hint}>
        {say(formula.help, { functions: sayList(functionNames), most: LONGEST_FORMULA })}
      </p>
    </form>
  );
}

/** Why nothing is drawn at an input. */
function gapText({ ownTask: { formula } }: Words, typed: string, at: number): string {
  const read = readFormula(typed.trim());
  const isFar = read.ok && Math.abs(read.value(at)) > FARTHEST;
  const x = Number(at.toFixed(2)).toString().replace('-', '−');
  return isFar ? say(formula.far, { x, most: sayNumber(FARTHEST) }) : say(formula.gaps, { x });
}

/** The task of one's own in sight. */
const useInSight = () =>
  useLabState(({ running, view }) => {
    const found = view.own === '' ? null : ownInSight(running, view.own, view.shown);
    return found?.ok ? found.own : null;
  });
