/** Published figures, ours computed beforehand, and those of the run in sight, cell by cell. */

import { useEffect, useState } from 'react';
import type { AlgorithmName } from '../../algorithms/registry';
import parts from '../parts/parts.module.css';
import type { Report } from '../reproduction';
import { digits, publishedText, stepsText, tableOf } from '../reproductionTable';
import { presetOf } from './address';
import type { PresetName } from './presets';
import { presentationOf, publishedOf } from './published';
import styles from './regression.module.css';
import { useLabState } from './useLab';

const reports = import.meta.glob<{ default: Report }>('../reproduced/*.json');

/** The report that was computed beforehand for a preset; null until it is loaded. */
function useReport(name: PresetName): Report | null {
  const [report, setReport] = useState<Report | null>(null);
  useEffect(() => {
    let stale = false;
    setReport(null);
    reports[`../reproduced/${name}.json`]?.().then(
      (module) => {
        if (!stale) setReport(module.default);
      },
      // Offline before it was loaded: the live numbers stay.
      () => {},
    );
    return () => {
      stale = true;
    };
  }, [name]);
  return report;
}

export function BesidePapers() {
  const preset = useLabState((s) => presetOf(s.running));
  const [open, setOpen] = useState(false);
  return (
    <details
      className={`${parts.below} ${styles.beside}`}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <h2>Beside the papers</h2>
      </summary>
      {!open ? null : preset === 'custom' ? (
        <p className={parts.lead}>
          These settings are nobody’s but yours: nothing was published for them. Choose a preset to
          compare.
        </p>
      ) : (
        <Comparison name={preset} />
      )}
    </details>
  );
}

function Comparison({ name }: { readonly name: PresetName }) {
  const report = useReport(name);
  const evaluation = useLabState((s) => s.evaluation);
  if (report === null) return null;
  const { remarks } = publishedOf(name);
  const { steps, rows } = tableOf(report, presentationOf(name));
  return (
    <>
      <p className={parts.lead}>
        Mean squared error over held-out tasks, with its 95% interval. <b>Published</b> is what the
        paper reports or what follows from the tasks; <b>beforehand</b> was computed on{' '}
        {report.date} by <code>{report.command}</code> ({report.iterations.toLocaleString('en')}{' '}
        meta-iterations); <b>now</b> is the run on this page, at meta-iteration{' '}
        {(evaluation?.iteration ?? 0).toLocaleString('en')}. {remarks}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={parts.scroll} aria-label="Beside the papers, data" tabIndex={0}>
        <table className={styles.papers}>
          <caption>Published, computed beforehand, and now</caption>
          <thead>
            <tr>
              <th scope="col">Method</th>
              {steps.map((step) => (
                <th key={step} scope="col">
                  {stepsText(step)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ method, label, cells }) => {
              const live = evaluation?.curves[method as AlgorithmName];
              return (
                <tr key={method}>
                  <th scope="row">{label}</th>
                  {cells.map(({ published, measured }, i) => (
                    <td key={steps[i]}>
                      <dl>
                        <Value name="published" text={published && publishedText(published)} />
                        <Value
                          name="beforehand"
                          text={measured && `${digits(measured.mean)} ± ${digits(measured.ci95)}`}
                        />
                        <Value
                          name="now"
                          text={live && digits(live.mean[steps[i]!] ?? Number.NaN)}
                        />
                      </dl>
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </>
  );
}

function Value({ name, text }: { readonly name: string; readonly text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <div data-kind={name}>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  );
}
