/**
 * A slider. Native, because a native range input is the one that every keyboard, screen reader and phone knows;
 * composed sliders of libraries do not move under a phone's screen reader.
 */

import { createContext, useContext, useId } from 'react';
import styles from './controls.module.css';

/** The id of what explains the controls within. */
export const Described = createContext<string | undefined>(undefined);
export const useDescribed = (): string | undefined => useContext(Described);

interface SliderProps {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly value: number;
  /** What the value means, where the number alone does not say. */
  readonly valueText?: string;
  readonly disabled?: boolean;
  readonly onChange: (value: number) => void;
}

export function Slider(props: SliderProps) {
  const { label, min, max, step = 1, value, valueText, disabled = false } = props;
  const id = useId();
  const filled = max > min ? (value - min) / (max - min) : 1;
  return (
    <input
      id={id}
      className={styles.slider}
      type="range"
      aria-label={label}
      aria-valuetext={valueText}
      aria-describedby={useDescribed()}
      min={min}
      max={max}
      step={step}
      value={value}
      disabled={disabled}
      style={{ '--filled': filled }}
      onChange={(event) => props.onChange(Number(event.target.value))}
    />
  );
}
