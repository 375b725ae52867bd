/** The map: the same methods, in the groups of one lecture at a time. A choice moves them, and changes colour and mark. */

import type { LessonName } from '../labs/kit/story/lessonNames';
import type { LabName } from '../labs/names';
import { Chips } from '../ui/controls/Chips';
import { useWords } from '../ui/Say';
import { say } from '../words/format';
import { lessonAddress, methodAddress } from './address';
import styles from './field.module.css';
import { type Grouped, groupsBy, placingOf } from './grouping';
import { Mark } from './Mark';
import { type MethodName, methods } from './methods';
import { groupWords, titleOf } from './phrases';
import { type TaxonomyName, taxonomyNames } from './taxonomies';

interface FieldMapProps {
  readonly by: TaxonomyName;
  readonly onChange: (by: TaxonomyName) => void;
}

export function FieldMap({ by, onChange }: FieldMapProps) {
  const { field } = useWords();
  return (
    <>
      <Chips
        legend={field.by}
        options={taxonomyNames}
        face={(name) => <span>{field.taxonomies[name].label}</span>}
        value={by}
        onChange={onChange}
      />
      <p className={styles.source} aria-live="polite">
        {field.taxonomies[by].source}
      </p>
      <div className={styles.map}>
        {groupsBy(by)
          .filter(({ members }) => members.length > 0)
          .map((grouped) => (
            <Group key={grouped.group} by={by} {...grouped} />
          ))}
      </div>
      <ul className={styles.legend}>
        <li>
          <Mark of="first" />
          <span>{field.marks.named}</span>
        </li>
        <li>
          <Mark of="first" named={false} />
          <span>{field.marks.fits}</span>
        </li>
      </ul>
    </>
  );
}

interface GroupProps extends Grouped {
  readonly by: TaxonomyName;
}

function Group({ by, group, mark, members }: GroupProps) {
  const words = useWords();
  const { label, text } = groupWords(words, group, by);
  const id = `group-${group}`;
  return (
    <section className={styles.group} aria-labelledby={id} data-group={mark}>
      <h4 id={id}>
        <Mark of={mark} />
        <span>{label}</span>
      </h4>
      <p>{text}</p>
      <ul>
        {members.map((name) => (
          <li key={name}>
            <Mark of={mark} named={placingOf(name, by)?.named ?? true} />
            <Entry name={name} by={by} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface EntryProps {
  readonly name: MethodName;
  readonly by: TaxonomyName;
}

/** A method, and where it leads. */
function Entry({ name, by }: EntryProps) {
  const words = useWords();
  const { field, frame, contenders } = words;
  const { lab, lessons = [], contenders: who = [] } = methods[name];
  const inLab = lab?.split('?')[0] as LabName | undefined;
  return (
    <div>
      <p className={styles.method}>
        <a href={methodAddress(name, by)}>{titleOf(words, name)}</a>
        <small>
          {inLab === undefined ? field.card : say(field.inLab, { lab: frame.labs[inLab] })}
        </small>
        {placingOf(name, by)?.named === false ? (
          <span className="hidden-visually">{field.marks.fitsOnly}</span>
        ) : null}
      </p>
      {who.length > 1 ? (
        <ul className={styles.who}>
          {who.map((contender) => (
            <li key={contender}>{contenders[contender].label}</li>
          ))}
        </ul>
      ) : null}
      {lessons.map((lesson) => (
        <LessonLink key={lesson} name={lesson} />
      ))}
    </div>
  );
}

function LessonLink({ name }: { readonly name: LessonName }) {
  const { field, lessons } = useWords();
  return (
    <p className={styles.lesson}>
      <a href={lessonAddress(name)}>{say(field.lesson, { title: lessons.all[name].title })}</a>
    </p>
  );
}
