/** What is cited for what is in sight: the page, the papers of its methods and of its settings. */

import { inSight } from '../../labs/kit/inSight';
import { isLab } from '../../labs/names';
import { presetOf } from '../../spec/preset';
import { useWords } from '../../ui/Say';
import text from '../../ui/text.module.css';
import { say } from '../../words/format';
import { Copied } from './Copied';
import { papers } from './cite/bibliography';
import { bibliographyOf, pageEntry, papersInSight, readable } from './cite/bibtex';
import { placeInSight } from './link';
import styles from './share.module.css';

/** Who takes part in the run, and which preset its settings are. */
function cited() {
  const { lab } = inSight.getState();
  if (lab === null || !isLab(placeInSight())) return null;
  const { name, fields, presets, like } = lab.definition;
  const { running: spec } = lab.store.getState();
  return { lab: name, spec, preset: presetOf(fields, presets as never, spec, like) };
}

export function CitePart() {
  const { share } = useWords();
  const names = papersInSight(cited());
  const page = pageEntry(`${location.origin}${location.pathname}`);
  return (
    <>
      <p className={text.hint}>{share.bib.what}</p>
      <ul className={styles.papers}>
        {names.map((name) => {
          const { title, first, others, year, at } = readable(papers[name]);
          return (
            <li key={name}>
              <span>{say(share.bib.by, { first, others, year })}</span>{' '}
              <cite lang="en" translate="no">
                {title}
              </cite>{' '}
              {at === null ? null : (
                <a href={at.url} target="_blank" rel="noreferrer">
                  {at.name}
                </a>
              )}
            </li>
          );
        })}
      </ul>
      <Copied
        label="BibTeX"
        text={bibliographyOf(page, names)}
        copy={share.bib.copy}
        copied={share.bib.copied}
        rows={10}
      />
      <p className={text.hint}>{share.bib.software}</p>
    </>
  );
}
