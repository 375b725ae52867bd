/** Which parts of the page a link opens with, and what happens when it is opened. */

import { isLab } from '../../labs/names';
import { useWords } from '../../ui/Say';
import { type PartName, removable } from '../shown/parts';
import { type PartProps, placeInSight } from './link';
import styles from './share.module.css';

interface ChoicesProps extends Pick<PartProps, 'choice' | 'onChoice'> {
  /** Of which something can be left out. */
  readonly parts?: readonly PartName[];
  readonly lecture?: boolean;
}

export function Choices({ choice, onChoice, parts = removable, lecture = false }: ChoicesProps) {
  const { share } = useWords();
  // What is not on this page cannot be left out of it.
  const hasLab = isLab(placeInSight());
  const here = hasLab ? parts : parts.filter((part) => part === 'labs');
  const show = (part: PartName, isShown: boolean) =>
    onChoice({
      ...choice,
      hide: isShown ? choice.hide.filter((name) => name !== part) : [...choice.hide, part],
    });
  return (
    <fieldset className={styles.choices}>
      <legend>{share.opens}</legend>
      {here.map((part) => (
        <Check
          key={part}
          label={share.parts[part]}
          on={!choice.hide.includes(part)}
          onChange={(on) => show(part, on)}
        />
      ))}
      {hasLab ? (
        <Check
          label={share.train}
          on={choice.train}
          onChange={(train) => onChoice({ ...choice, train })}
        />
      ) : null}
      {lecture ? (
        <Check
          label={share.lecture}
          on={choice.lecture}
          onChange={(lecture) => onChoice({ ...choice, lecture })}
        />
      ) : null}
    </fieldset>
  );
}

interface CheckProps {
  readonly label: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

export function Check({ label, on, onChange }: CheckProps) {
  return (
    <label className={styles.check}>
      <input
        type="checkbox"
        checked={on}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
