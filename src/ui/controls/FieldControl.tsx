/** The control of any field of a spec: a slider and an exact value, a choice, a list. */

import {
  type ComponentType,
  lazy,
  type ReactNode,
  Suspense,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { type Field, formatNumber, type Wanted } from '../../spec/field';
import { say } from '../../words/format';
import type { FieldWords } from '../../words/shape';
import { useWords } from '../Say';
import { useHint } from '../useHint';
import styles from './controls.module.css';
import { prepareReading, readTyped } from './reading';
import { pretty, type Refused } from './refused';
import { Select } from './Select';
import { Described, Slider, useDescribed } from './Slider';
import { nearestStop, stopsOf } from './sliderStops';

export interface FieldControlProps<T> {
  readonly field: Field<T>;
  readonly words: FieldWords;
  readonly value: T;
  /** Shown beside the label: whether a change acts at once, or waits. */
  readonly state?: 'live' | 'pending' | undefined;
  readonly onChange: (value: T) => void;
}

/** That it was refused, where the reason cannot be had. */
const Unread = () => <span>{useWords().frame.settings.unread}</span>;

/** Loaded when there is something to refuse. */
const Why = lazy<ComponentType<Refused & { readonly wanted: Wanted }>>(() =>
  import('./Why').catch(() => ({ default: Unread })),
);

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
  words,
  state,
  children,
}: FieldControlProps<T> & { readonly children: ReactNode }) {
  const { settings } = useWords().frame;
  const { anchor, id, tip } = useHint<HTMLDivElement>(words.help);
  return (
    <div ref={anchor} className={styles.field}>
      <span className={styles.label} aria-hidden="true">
        <span data-term={id === undefined ? undefined : true}>{words.label}</span>
        {state === undefined ? null : (
          <em className={styles.remark} data-pending={state === 'pending' || undefined}>
            {state === 'pending' ? settings.pending : settings.live}
          </em>
        )}
      </span>
      <Described value={id}>{children}</Described>
      {tip}
    </div>
  );
}

/** A text field for the exact value. What cannot be used stays in sight, with the reason, and changes nothing. */
function ExactValue<T>({
  field,
  words,
  value,
  onChange,
  className,
}: FieldControlProps<T> & { readonly className?: string | undefined }) {
  const id = useId();
  const described = useDescribed();
  const { frame } = useWords();
  const [draft, setDraft] = useState<string | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const text = field.format(value);
  const [before, setBefore] = useState(text);
  // What was refused is no longer about anything once the value has been set otherwise.
  if (text !== before) {
    setBefore(text);
    setDraft(null);
    setRefused(null);
  }
  const shown = draft ?? pretty(text).replaceAll(',', ', ');

  /** The text that is being read: what was typed since is newer, and a value that was set otherwise. */
  const reading = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another value ends it, and so does the end of the field
  useEffect(
    () => () => {
      reading.current = null;
    },
    [text],
  );
  const commit = () => {
    reading.current = draft;
    if (draft === null) return;
    readTyped(field, draft, (read) => {
      if (reading.current !== draft) return;
      reading.current = null;
      setRefused(read.ok ? null : { value: draft, readings: read.readings });
      if (!read.ok) return;
      setDraft(null);
      onChange(read.value);
    });
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
        aria-label={field.control.kind === 'exact' ? words.label : say(frame.settings.exact, words)}
        aria-invalid={refused !== null}
        aria-describedby={refused !== null ? `${id}-message` : described}
        value={shown}
        onChange={(event) => {
          reading.current = null;
          setDraft(event.target.value);
          setRefused(null);
        }}
        onFocus={() => void prepareReading().catch(() => {})}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          if (event.key === 'Escape') {
            setDraft(null);
            setRefused(null);
          }
        }}
      />
      {refused !== null ? (
        <span id={`${id}-message`} role="alert" className={styles.message}>
          <Suspense fallback={<Unread />}>
            <Why wanted={field.wanted} {...refused} />
          </Suspense>
        </span>
      ) : null}
    </>
  );
}

function NumberControl(props: FieldControlProps<number>) {
  const { field, words, value, onChange } = props;
  if (field.control.kind !== 'number') return null;
  const stops = stopsOf(field.control);
  return (
    <Row {...props}>
      <ExactValue {...props} />
      <Slider
        label={words.label}
        min={0}
        max={stops.length - 1}
        value={nearestStop(stops, value)}
        valueText={`${field.format(value)}${words.unit === undefined ? '' : ` ${words.unit}`}`}
        onChange={(index) => onChange(stops[index]!)}
      />
    </Row>
  );
}

/** Two native sliders on one track. */
function RangeControl(props: FieldControlProps<readonly [number, number]>) {
  const { field, words, value, onChange } = props;
  const { settings } = useWords().frame;
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
          label={say(settings.from, words)}
          min={0}
          max={stops.length - 1}
          value={nearestStop(stops, low)}
          valueText={text(low)}
          onChange={(index) => onChange([Math.min(stops[index]!, high), high])}
        />
        <Slider
          label={say(settings.to, words)}
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
  const { field, words, value, onChange } = props;
  if (field.control.kind !== 'choice') return null;
  const options = field.control.options.map((option) => ({
    value: option,
    label: words.options?.[option] ?? option,
  }));
  return (
    <Row {...props}>
      <Select label={words.label} options={options} value={value} onChange={onChange} />
    </Row>
  );
}
