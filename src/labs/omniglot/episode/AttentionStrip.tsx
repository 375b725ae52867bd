/** What a query drawing looks at: the weights of those that compare, under the support drawings, as they classify with them. */

import { useState } from 'react';
import { GlyphImage } from '../../../characters/GlyphImage';
import { letterOf } from '../../../characters/letters';
import { PIXELS } from '../../../tasks/glyphs/glyphs';
import { Chips } from '../../../ui/controls/Chips';
import { lookOf } from '../../../ui/palette';
import { useWords } from '../../../ui/Say';
import text from '../../../ui/text.module.css';
import { say, sayNumber } from '../../../words/format';
import { pixelsOf } from '../draw/pad';
import { useLabels, useLabState, useMethods, usePad } from '../hooks';
import styles from './attention.module.css';
import type { EpisodeAnswer } from './question';

const names = ['matching', 'matchingfce', 'prototypical'] as const;
type Name = (typeof names)[number];

export function AttentionStrip() {
  const { attention: words } = useWords().omniglot;
  const methods = useMethods();
  const task = useLabState((s) => s.answers.episode);
  const first = useLabState((s) => s.view.first === 'you');
  const offered = names.filter((name) => methods.includes(name));
  // A person who answers first sees nobody's answers.
  if (first) return null;
  return (
    <section className={styles.strip} data-part="study" aria-labelledby="attention">
      <h3 id="attention">{words.title}</h3>
      <p className={styles.lead}>{words.lead}</p>
      {offered.length === 0 ? (
        <p className={text.hint}>{words.none}</p>
      ) : task === null ? null : (
        <Weights task={task} offered={offered} />
      )}
    </section>
  );
}

interface WeightsProps {
  readonly task: EpisodeAnswer;
  readonly offered: readonly Name[];
}

function Weights({ task, offered }: WeightsProps) {
  const { attention: words } = useWords().omniglot;
  const labelOf = useLabels();
  const [chosen, setChosen] = useState<Name>('matching');
  const [asked, setAsked] = useState('0');
  const name = offered.includes(chosen) ? chosen : offered[0]!;
  const queries = task.labels.map((_, i) => String(i));
  const query = Math.min(Number(asked), queries.length - 1);
  const steps = useLabState((s) => s.running.matchingfceSteps);
  const { attention = null, unread = null } = task.methods[name] ?? {};
  const image = (i: number) => task.query.subarray(i * PIXELS, (i + 1) * PIXELS);
  return (
    <>
      <div className={styles.choices}>
        <Chips
          legend={words.whose}
          options={offered}
          face={(each) => <span>{labelOf(each)}</span>}
          value={name}
          onChange={setChosen}
        />
        <Chips
          legend={words.query}
          options={queries}
          face={(each) => (
            <span className={styles.query}>
              <GlyphImage
                image={image(Number(each))}
                label={say(words.queryAt, { number: Number(each) + 1 })}
              />
            </span>
          )}
          value={String(query)}
          onChange={setAsked}
        />
      </div>
      {unread === null ? (
        <Bars task={task} name={name} query={query} attention={attention} label={words.weights} />
      ) : (
        [
          { label: words.unread, weights: unread },
          { label: say(words.read, { steps }), weights: attention },
        ].map(({ label, weights }) => (
          <div key={label}>
            <h4 className={styles.when}>{label}</h4>
            <Bars task={task} name={name} query={query} attention={weights} label={label} />
          </div>
        ))
      )}
    </>
  );
}

interface BarsProps {
  readonly task: EpisodeAnswer;
  readonly name: Name;
  readonly query: number;
  readonly attention: Float32Array | null;
  readonly label: string;
}

/** A bar under every support drawing, or under all drawings of a class where its mean is looked at. */
function Bars({ task, name, query, attention, label }: BarsProps) {
  const { ways, shots } = task;
  const drawings = usePad((s) => s.drawings);
  const perWay = name === 'prototypical' ? 1 : shots;
  const count = ways * perWay;
  const weightAt = (i: number) => attention?.[query * count + i] ?? Number.NaN;
  const own = Math.floor(task.labels[query]!);
  return (
    <ul
      className={styles.bars}
      style={{ '--own': lookOf(name).color }}
      aria-label={label}
      data-many={count > 10 || undefined}
    >
      {Array.from({ length: count }, (_, i) => {
        const way = Math.floor(i / perWay);
        const shown =
          name === 'prototypical' ? Array.from({ length: shots }, (_, k) => way * shots + k) : [i];
        const weight = weightAt(i);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a drawing is its place
          <li key={i} data-own={way === own || undefined}>
            <span className={styles.drawings}>
              {shown.map((place) =>
                drawings[place] === undefined ? null : (
                  <GlyphImage key={place} image={pixelsOf(drawings[place])} label="" />
                ),
              )}
            </span>
            <b>{letterOf(way)}</b>
            <span className={styles.bar} aria-hidden="true">
              <span style={{ '--weight': Number.isFinite(weight) ? weight : 0 }} />
            </span>
            <span className={styles.share}>
              {Number.isFinite(weight)
                ? sayNumber(weight, { style: 'percent', maximumFractionDigits: 1 })
                : '–'}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
