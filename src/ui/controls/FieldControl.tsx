/** The control of any field of a spec: a slider and an exact value, a choice, a list. */

import { type ReactNode, useId, useState } from 'react';
import { type Field, formatNumber } from '../../spec/field';
import { checkField } from '../../spec/spec';
import styles from './controls.module.css';
import { Slider } from './Slider';
import { nearestStop, stopsOf } from './stops';

export interface FieldControlProps<T> {
  readonly name: string;
  readonly field: Field<T>;
  readonly value: T;
  /** Shown beside the label: whether a change acts at once, or waits. */
  readonly state?: 'live' | 'pending' | undefined;
  readonly onChange: (value: T) => void;
}

/** "pi" as people write it. */
const pretty = (text: string): string => text.replaceAll('pi', 'π');

export function FieldControl<T>(props: FieldControlProps<T>) {
  const { field } = props;
  switch (field.control.kind) {
    case 'number':
      return <NumberControl {...(props as unknown as FieldControlProps<number>)} />;
    case 'range':
      return (
        <RangeControl {...(props as unknown as FieldControlProps<readonly [number, number]>)} />
      );
    case 'choice':
      return <ChoiceControl {...(props as unknown as FieldControlProps<string>)} />;
    case 'exact':
      return (
        <Row {...props}>
          <ExactValue {...props} className={styles.wide} />
        </Row>
      );
    case 'set':
      return null;
    default:
      return field.control satisfies never;
  }
}

/** Label, value and remark on one line, the control below. */
function Row<T>({
  field,
  state,
  children,
}: FieldControlProps<T> & { readonly children: ReactNode }) {
  return (
    <div className={styles.field} title={field.help}>
      <span className={styles.label} aria-hidden="true">
        {field.label}
        {state === undefined ? null : (
          <em className={styles.remark} data-pending={state === 'pending' || undefined}>
            {state === 'pending' ? 'after restart' : 'live'}
          </em>
        )}
      </span>
      {children}
    </div>
  );
}

/** A text field for the exact value. What cannot be used stays in sight, with the reason, and changes nothing. */
function ExactValue<T>({
  name,
  field,
  value,
  onChange,
  className,
}: FieldControlProps<T> & { readonly className?: string | undefined }) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const shown = draft ?? pretty(field.format(value)).replace(',', ', ');

  const commit = () => {
    if (draft === null) return;
    const text = draft.replaceAll('–', ',').replaceAll(' ', '');
    const checked = checkField(name, field, field.parse(text));
    if (checked.ok) {
      setDraft(null);
      setMessage(null);
      onChange(checked.value);
    } else setMessage(`It must be ${pretty(field.wanted)}.`);
  };

  return (
    <>
      <input
        id={id}
        className={[styles.exact, className].join(' ')}
        type="text"
        inputMode="text"
        autoComplete="off"
        spellCheck={false}
        aria-label={field.control.kind === 'exact' ? field.label : `${field.label}, exact value`}
        aria-invalid={message !== null}
        aria-describedby={message === null ? undefined : `${id}-message`}
        value={shown}
        onChange={(event) => {
          setDraft(event.target.value);
          setMessage(null);
        }}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          if (event.key === 'Escape') {
            setDraft(null);
            setMessage(null);
          }
        }}
      />
      {message === null ? null : (
        <span id={`${id}-message`} role="alert" className={styles.message}>
          {message}
        </span>
      )}
    </>
  );
}

function NumberControl(props: FieldControlProps<number>) {
  const { field, value, onChange } = props;
  if (field.control.kind !== 'number') return null;
  const stops = stopsOf(field.control);
  return (
    <Row {...props}>
      <ExactValue {...props} />
      <Slider
        label={field.label}
        min={0}
        max={stops.length - 1}
        value={nearestStop(stops, value)}
        valueText={`${field.format(value)}${field.unit === undefined ? '' : ` ${field.unit}`}`}
        onChange={(index) => onChange(stops[index]!)}
      />
    </Row>
  );
}

/** Two native sliders on one track. */
function RangeControl(props: FieldControlProps<readonly [number, number]>) {
  const { field, value, onChange } = props;
  if (field.control.kind !== 'range') return null;
  const { min, max, step } = field.control;
  const [low, high] = value;
  const stops = stopsOf({ kind: 'number', min, max, step, scale: 'linear' });
  const at = (x: number) => nearestStop(stops, x) / (stops.length - 1);
  const text = (x: number) => pretty(formatNumber(x));
  const track = { '--from': at(low), '--to': at(high) };
  return (
    <Row {...props}>
      <ExactValue {...props} />
      <div className={styles.range} style={track}>
        <Slider
          label={`${field.label}, from`}
          min={0}
          max={stops.length - 1}
          value={nearestStop(stops, low)}
          valueText={text(low)}
          onChange={(index) => onChange([Math.min(stops[index]!, high), high])}
        />
        <Slider
          label={`${field.label}, to`}
          min={0}
          max={stops.length - 1}
          value={nearestStop(stops, high)}
          valueText={text(high)}
          onChange={(index) => onChange([low, Math.max(stops[index]!, low)])}
        />
      </div>
    </Row>
  );
}

function ChoiceControl(props: FieldControlProps<string>) {
  const { field, value, onChange } = props;
  if (field.control.kind !== 'choice') return null;
  return (
    <Row {...props}>
      <Select
        label={field.label}
        options={field.control.options}
        value={value}
        onChange={onChange}
      />
    </Row>
  );
}

interface SelectProps {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function Select({ label, options, value, onChange }: SelectProps) {
  return (
    <select
      className={styles.select}
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
