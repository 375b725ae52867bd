/** Inner and outer loop of every method that has both, side by side. */

import { useWords } from '../ui/Say';
import { methodAddress } from './address';
import { bilevelColumns, bilevelNames } from './bilevel';
import styles from './field.module.css';
import { titleOf } from './phrases';
import type { TaxonomyName } from './taxonomies';

export function TwoLoops({ by }: { readonly by: TaxonomyName }) {
  const words = useWords();
  const { bilevel } = words.field;
  return (
    <>
      <p className={styles.lead}>{bilevel.lead}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.scroll} aria-label={bilevel.data} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{bilevel.method}</th>
              {bilevelColumns.map((column) => (
                <th key={column} scope="col">
                  {bilevel.columns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {bilevelNames.map((name) => (
              <tr key={name}>
                <th scope="row">
                  <a href={methodAddress(name, by)}>{titleOf(words, name)}</a>
                </th>
                {bilevelColumns.map((column) => (
                  <td key={column}>{bilevel.rows[name][column]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
