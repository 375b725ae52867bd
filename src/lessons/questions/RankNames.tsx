/** A few names in an order: dragged, or moved with buttons and arrow keys; then the order of the run, and who stood where. */

import { type KeyboardEvent, type PointerEvent, useEffect, useId, useRef, useState } from 'react';
import { Button } from '../../ui/controls/Button';
import { useWords } from '../../ui/Say';
import { say } from '../../words/format';
import styles from '../lessons.module.css';
import { movedTo, type Named } from './readings';

interface RankNamesProps {
  readonly ask: string;
  readonly options: readonly Named[];
  /** Null before a person has said anything. */
  readonly ranked: readonly string[] | null;
  /** Once it is told. */
  readonly right: readonly string[] | null;
  /** Null when it is too late. */
  readonly onRank: ((order: string[]) => void) | null;
}

export function RankNames({ ask, options, ranked, right, onRank }: RankNamesProps) {
  const order = ranked ?? options.map(({ name }) => name);
  const labels = Object.fromEntries(options.map(({ name, label }) => [name, label]));
  return (
    <fieldset className={styles.rank}>
      <legend>{ask}</legend>
      {onRank === null ? (
        <Told order={right ?? order} {...{ labels, ranked, right }} />
      ) : (
        <Ordered {...{ order, labels, onRank }} untouched={ranked === null} />
      )}
    </fieldset>
  );
}

type Labels = Readonly<Record<string, string>>;

interface ToldProps {
  readonly order: readonly string[];
  readonly labels: Labels;
  readonly ranked: readonly string[] | null;
  readonly right: readonly string[] | null;
}

function Told({ order, labels, ranked, right }: ToldProps) {
  const { rank, ways } = useWords().lessons;
  const beside = (name: string, i: number) => {
    if (ranked === null || right === null) return null;
    const place = ranked.indexOf(name);
    return place === i ? (
      <em data-right="">{ways.asYouSaid}</em>
    ) : (
      <em>{say(rank.yours, { place: place + 1 })}</em>
    );
  };
  return (
    <ol>
      {order.map((name, i) => (
        <li key={name}>
          <b>{i + 1}</b>
          <span className={styles.ranked}>{labels[name]}</span>
          {beside(name, i)}
        </li>
      ))}
    </ol>
  );
}

interface OrderedProps {
  readonly order: readonly string[];
  readonly labels: Labels;
  /** Whether it is an answer yet. */
  readonly untouched: boolean;
  readonly onRank: (order: string[]) => void;
}

const ways = ['up', 'down'] as const;
const WAY = { up: -1, down: 1, ArrowUp: -1, ArrowDown: 1 } as const;
const ARROW = { up: '↑', down: '↓' } as const;

function Ordered({ order, labels, untouched, onRank }: OrderedProps) {
  const { rank } = useWords().lessons;
  const how = useId();
  const list = useRef<HTMLOListElement>(null);
  const [held, setHeld] = useState<string | null>(null);
  const [moved, setMoved] = useState<string | null>(null);
  const focused = useRef<HTMLElement | null>(null);
  // Who is put elsewhere in the page loses the focus there.
  useEffect(() => {
    if (order.length > 0) focused.current?.focus();
    focused.current = null;
  }, [order]);

  const move = (name: string, place: number) => {
    const next = movedTo(order, name, place);
    if (next.indexOf(name) === order.indexOf(name)) return;
    setMoved(name);
    onRank(next);
  };
  const step = (name: string, by: number, button: HTMLElement) => {
    focused.current = button;
    move(name, order.indexOf(name) + by);
  };
  const onKeyDown = (name: string) => (event: KeyboardEvent<HTMLElement>) => {
    const by = WAY[event.key as keyof typeof WAY];
    if (by === undefined) return;
    event.preventDefault();
    step(name, by, event.currentTarget);
  };
  const take = (name: string) => (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    const onGrip = (event.target as HTMLElement).closest('[data-grip]') !== null;
    // Elsewhere a finger scrolls.
    if (event.pointerType === 'touch' && !onGrip) return;
    if ((event.target as HTMLElement).closest('button') !== null) return;
    // The list stays where it is while its rows change places.
    list.current!.setPointerCapture(event.pointerId);
    setHeld(name);
  };
  const follow = (event: PointerEvent<HTMLElement>) => {
    if (held === null) return;
    const others = [...list.current!.children].filter((_, i) => order[i] !== held);
    const above = others.filter((row) => {
      const { top, height } = row.getBoundingClientRect();
      return top + height / 2 < event.clientY;
    });
    move(held, above.length);
  };
  const letGo = () => setHeld(null);
  return (
    <>
      <ol
        ref={list}
        aria-describedby={how}
        onPointerMove={follow}
        onPointerUp={letGo}
        onPointerCancel={letGo}
      >
        {order.map((name, i) => (
          <li key={name} data-held={name === held || undefined} onPointerDown={take(name)}>
            <i data-grip="" aria-hidden="true" />
            <b>{i + 1}</b>
            <span className={styles.ranked}>{labels[name]}</span>
            {ways.map((way) => (
              <button
                key={way}
                type="button"
                aria-label={say(rank[way], { name: labels[name]! })}
                aria-disabled={i + WAY[way] < 0 || i + WAY[way] >= order.length || undefined}
                onClick={(event) => step(name, WAY[way], event.currentTarget)}
                onKeyDown={onKeyDown(name)}
              >
                {ARROW[way]}
              </button>
            ))}
          </li>
        ))}
      </ol>
      <p id={how} className={styles.how} aria-live="polite">
        {moved === null
          ? rank.how
          : say(rank.stands, {
              name: labels[moved]!,
              place: order.indexOf(moved) + 1,
              of: order.length,
            })}
      </p>
      {untouched ? (
        <Button small voice="quiet" onClick={() => onRank([...order])}>
          {rank.keep}
        </Button>
      ) : null}
    </>
  );
}
