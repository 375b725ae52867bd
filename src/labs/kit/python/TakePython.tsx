/** A run taken to Python: its script, its notebook, its weights, and the numbers to expect. */

import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../../ui/controls/Button';
import { Say, useWords } from '../../../ui/Say';
import { saveFile } from '../../../ui/saveFile';
import text from '../../../ui/text.module.css';
import { useBriefly } from '../../../ui/useBriefly';
import { say, sayList, sayNumber } from '../../../words/format';
import type { Phrase, Words } from '../../../words/words';
import type { AnyLab } from '../context';
import { safetensors } from '../safetensors';
import { cellsOf, scriptOf } from './assemble';
import { notebookOf } from './notebook';
import styles from './python.module.css';
import { digits, type Figure, notesOf, type Take, type TakeOf } from './take';

interface TakePythonProps {
  readonly lab: AnyLab;
  readonly takeOf: TakeOf;
}

export function TakePython({ lab, takeOf }: TakePythonProps) {
  const words = useWords();
  const { python } = words;
  // Whatever the page has come to know may be in it.
  const state = useStore(lab.store);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is read from the lab's state
  const take = useMemo(() => takeOf(lab), [takeOf, lab, state]);
  const { name, recipe, leftOut, judgesOnly = false } = take;
  const code = useMemo(() => (recipe === null ? null : scriptOf(recipe)), [recipe]);
  const [failure, setFailure] = useState<Phrase | null>(null);
  const labName = lab.definition.name as keyof typeof python.needs;
  return (
    <section className={styles.take} data-part="python">
      <p>{judgesOnly ? python.leadJudges : python.lead}</p>
      <p className={text.hint}>{python.needs[labName]}</p>
      <div className={styles.buttons}>
        <Button
          voice="primary"
          disabled={code === null}
          onClick={() => saveFile(`${name}.py`, code!, 'text/x-python')}
        >
          {python.script}
        </Button>
        <Button disabled={recipe === null} onClick={() => saveNotebook(take)}>
          {python.notebook}
        </Button>
        <Button onClick={() => void saveWeights(take).then((said) => setFailure(() => said))}>
          {python.weights}
        </Button>
      </div>
      {failure === null ? null : <p role="alert">{failure(words)}</p>}
      <Left names={leftOut} said={python.leftOut} />
      <Left names={take.without ?? []} said={python.without} />
      <p>{judgesOnly ? python.runJudges : python.run}</p>
      <pre className={styles.command}>
        <code>{commandsOf(take)}</code>
      </pre>
      <Expected take={take} />
      {code === null ? (
        <p role="status">
          {take.unscripted?.(words) ?? (labName === 'optimizers' ? python.tuning : python.nobody)}
        </p>
      ) : (
        <Preview code={code} />
      )}
    </section>
  );
}

function commandsOf({ name, beside, judgesOnly = false }: Take): string {
  const install = ['pip install torch', beside?.packages ?? []].flat().join(' ');
  const data = beside === undefined ? '' : ` --data ${beside.data}`;
  const script = `python ${name}.py`;
  const judge = `${script} --evaluate ${name}.safetensors`;
  return judgesOnly
    ? `${install}\n${judge}`
    : `${install}\n${script}${data} --device cuda\n${judge}`;
}

function saveNotebook({ name, recipe }: Take): void {
  const title = `Inner Loop: ${name}`;
  saveFile(`${name}.ipynb`, notebookOf(title, cellsOf(recipe!)), 'application/x-ipynb+json');
}

/** What is to be said of it, where it cannot be. */
async function saveWeights(take: Take): Promise<Phrase | null> {
  try {
    const tensors = await take.weights();
    if (tensors === null) return ({ python }) => python.none;
    const bytes = safetensors(tensors, { ...notesOf(take), link: location.href });
    saveFile(`${take.name}.safetensors`, bytes, 'application/octet-stream');
    return null;
  } catch {
    return ({ python }) => python.failed;
  }
}

const methodLabel = (words: Words, name: string): string =>
  (words.contenders as unknown as Readonly<Record<string, { readonly label: string }>>)[name]
    ?.label ?? name;

interface LeftProps {
  readonly names: readonly string[];
  readonly said: Words['python']['leftOut'];
}

function Left({ names, said }: LeftProps) {
  const words = useWords();
  if (names.length === 0) return null;
  const methods = sayList(names.map((name) => methodLabel(words, name)));
  return <p className={text.hint}>{say(said, { methods })}</p>;
}

/** What the page has, in the numbers that the script prints. */
function Expected({ take }: { readonly take: Take }) {
  const { figures, iteration, beforehand: before, judgesOnly = false } = take;
  const words = useWords();
  const { python } = words;
  const [least, most] = [Math.min(...before), Math.max(...before)];
  if (iteration === null || figures.length === 0) {
    return <p className={text.hint}>{python.unknown}</p>;
  }
  const hasSteps = figures.some(({ steps }) => steps !== null);
  const hasMedian = figures.some(({ median }) => median !== null);
  const { columns } = python;
  return (
    <>
      <p>
        {before.length === 0 ? (
          <Say message={python.expect} values={{ at: iteration }} />
        ) : (
          <Say
            message={python.expectTrained}
            values={{
              at: iteration,
              span: least === most ? 'one' : 'some',
              least: sayNumber(least),
              most: sayNumber(most),
            }}
          />
        )}
      </p>
      <div className={styles.scroll}>
        <table className={styles.figures}>
          <thead>
            <tr>
              <th scope="col">{columns.method}</th>
              {hasSteps ? (
                <th scope="col">{judgesOnly ? columns.sighting : columns.steps}</th>
              ) : null}
              <th scope="col">{columns.mean}</th>
              {hasMedian ? <th scope="col">{columns.median}</th> : null}
            </tr>
          </thead>
          <tbody>
            {figures.map((figure) => (
              <tr key={`${figure.method} ${figure.steps}`}>
                <th scope="row">{methodLabel(words, figure.method)}</th>
                {hasSteps ? <td>{sayNumber(figure.steps ?? 0)}</td> : null}
                <td>{meanOf(figure)}</td>
                {hasMedian ? <td>{digits(figure.median ?? Number.NaN)}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** Where most tasks ran away there is no mean. */
const meanOf = ({ mean, ci95 }: Figure): string =>
  Number.isFinite(mean) ? `${digits(mean)} ± ${Number(ci95.toPrecision(3))}` : '–';

function Preview({ code }: { readonly code: string }) {
  const { python } = useWords();
  const [isCopied, sayCopied] = useBriefly<true>();
  const [isRefused, setRefused] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code);
      setRefused(false);
      sayCopied(true);
    } catch {
      setRefused(true);
    }
  };
  return (
    <div className={styles.preview}>
      <div className={styles.previewHead}>
        <h3>{python.preview}</h3>
        <Button small onClick={() => void copy()}>
          <span aria-live="polite">{isCopied ? python.copied : python.copy}</span>
        </Button>
      </div>
      {isRefused ? <p role="alert">{python.notCopied}</p> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach it */}
      <section className={styles.code} tabIndex={0} aria-label={python.preview}>
        <pre lang="en" translate="no">
          <code>{code}</code>
        </pre>
      </section>
    </div>
  );
}
