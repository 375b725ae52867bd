/** The rates of the optimisers that people wrote, and the grids that chose them. */

import { useState } from 'react';
import { useWords } from '../../ui/Say';
import { digits } from '../../words/digits';
import { say, sayList } from '../../words/format';
import { useLabState } from './hooks';
import styles from './optimizers.module.css';
import { tunedNames } from './racers';

const rateText = (rate: number): string => rate.toPrecision(2);

export function Rates() {
  const { optimizers, contenders } = useWords();
  const { rates: text } = optimizers;
  const [open, setOpen] = useState(false);
  // What was chosen, alone: grids come anew with every part of an answer.
  const chosen = useLabState(({ answers: { race } }) =>
    tunedNames.map((name) => race?.grids?.[name].chosen ?? null),
  );
  const rates = tunedNames.flatMap((name, i) => {
    const rate = chosen[i];
    return rate == null
      ? []
      : [say(text.one, { name: contenders[name].label, rate: rateText(rate) })];
  });
  if (rates.length === 0) return null;
  return (
    <details className={styles.rates} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say(text.summary, { rates: sayList(rates) })}</summary>
      {open ? <Grid /> : null}
    </details>
  );
}

function Grid() {
  const { optimizers, contenders } = useWords();
  const { rates: text } = optimizers;
  const grids = useLabState((s) => s.answers.race?.grids ?? null);
  if (grids === null) return null;
  const { rates, steps } = grids[tunedNames[0]!];
  return (
    <>
      <p>{say(text.lead, { steps })}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.grid} aria-label={text.grid} tabIndex={0}>
        <table>
          <caption>{say(text.caption, { steps })}</caption>
          <thead>
            <tr>
              <th scope="col">{text.rate}</th>
              {tunedNames.map((name) => (
                <th key={name} scope="col">
                  {contenders[name].label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rates.map((rate, i) => (
              <tr key={rate}>
                <th scope="row">{rateText(rate)}</th>
                {tunedNames.map((name) => {
                  const mean = grids[name].means[i]!;
                  return (
                    <td key={name} data-chosen={grids[name].chosen === rate || undefined}>
                      {Number.isFinite(mean) ? digits(mean) : '∞'}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
