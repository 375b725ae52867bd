/** Published figures of few-shot images, and ours beside them where there are any; with what must not be compared. */

import { TakeCorner } from '../../ui/charts/TakeCorner';
import { Text, useWords } from '../../ui/Say';
import styles from '../field.module.css';
import { DotTable } from './DotTable';
import { axis } from './figure';
import { miniImagenet, miniImagenetRows } from './miniImagenet';
import { NotComparable } from './NotComparable';
import { OmniglotFigures } from './OmniglotFigures';
import own from './published.module.css';

const AXIS = axis(20, 70, 20);

export function PublishedFigures() {
  const { miniImagenet: words, ...published } = useWords().field.published;
  return (
    <>
      <p className={styles.lead}>{published.lead}</p>
      <div className={own.charts}>
        <section aria-labelledby="mini-imagenet">
          <div data-figure>
            <TakeCorner title={words.title} />
            <h4 id="mini-imagenet">{words.title}</h4>
            <p>
              <Text of={words.text} />
            </p>
            <DotTable
              caption={words.title}
              columns={[words.oneShot, words.fiveShot]}
              axis={AXIS}
              rows={miniImagenetRows.map((row) => ({
                key: row,
                label: words.rows[row],
                cells: miniImagenet[row].map((figure) => [figure]),
              }))}
            />
          </div>
          <NotComparable notes={Object.values(words.notes)} />
        </section>
        <OmniglotFigures />
      </div>
    </>
  );
}
