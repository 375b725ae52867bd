/** All methods in one table, with the group of each in every taxonomy. */

import { useWords } from '../ui/Say';
import styles from './field.module.css';
import { markOf, placingOf } from './grouping';
import { Mark } from './Mark';
import { type MethodName, methodNames } from './methods';
import { groupWords, titleOf } from './phrases';
import { type TaxonomyName, taxonomyNames } from './taxonomies';

export function AllThree() {
  const words = useWords();
  const { all, taxonomies } = words.field;
  return (
    <details className={styles.all}>
      <summary>{all.title}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.scroll} aria-label={all.title} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{all.method}</th>
              {taxonomyNames.map((by) => (
                <th key={by} scope="col">
                  {taxonomies[by].label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {methodNames.map((name) => (
              <tr key={name}>
                <th scope="row">{titleOf(words, name)}</th>
                {taxonomyNames.map((by) => (
                  <td key={by}>
                    <Where name={name} by={by} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

interface WhereProps {
  readonly name: MethodName;
  readonly by: TaxonomyName;
}

function Where({ name, by }: WhereProps) {
  const words = useWords();
  const { all, marks } = words.field;
  const placing = placingOf(name, by);
  return (
    <div className={styles.where}>
      <Mark of={markOf(name, by)} named={placing?.named ?? true} />
      <span>{placing === null ? all.none : groupWords(words, placing.group, by).label}</span>
      {placing?.named === false ? <span className="hidden-visually">{marks.fitsOnly}</span> : null}
    </div>
  );
}
