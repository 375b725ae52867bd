/** What a figure can be taken away as: a menu at its head, over the page. */

import {
  type KeyboardEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { say } from '../../../words/format';
import { loadWords } from '../../../words/words';
import { useWords } from '../../Say';
import { Lost } from '../Lost';
import styles from './menu.module.css';
import { useTaking } from './useTaking';
import type { Kind, TakeProps } from './wanted';

interface MenuProps extends TakeProps {
  readonly onClose: () => void;
}

export function Menu(props: MenuProps) {
  const { figures } = useWords();
  const [unloaded, setUnloaded] = useState(false);
  useEffect(() => {
    loadWords('figures').catch(() => setUnloaded(true));
  }, []);
  if (figures !== undefined) return <Open {...props} />;
  return unloaded ? <Lost /> : null;
}

const pictures: readonly Kind[] = ['svg', 'png', 'transparent', 'pdf', 'copy'];

/** Frames until what was a table is drawn again. */
const TURNS = 60;

function Open({ title, table, empty = null, toggle, asTable = false, onClose }: MenuProps) {
  const { figures } = useWords();
  const list = useRef<HTMLDivElement>(null);
  /** What opened it stands before it. */
  const button = useCallback(() => list.current!.previousElementSibling as HTMLElement, []);
  const { busy, said, take } = useTaking();
  // A figure is drawn anew twenty times a second while a run trains; the menu stays as it is.
  const close = useRef(onClose);
  close.current = onClose;
  const nothing = empty !== null;
  const kinds: readonly Kind[] = table === undefined ? pictures : ['csv', ...pictures];

  useLayoutEffect(() => {
    const menu = list.current!;
    menu.showPopover?.();
    const place = () => {
      const by = button().getBoundingClientRect();
      const { width, height } = menu.getBoundingClientRect();
      const left = Math.max(8, Math.min(by.right, innerWidth - 8) - width);
      const below = by.bottom + 4;
      const fits = below + height <= innerHeight - 8;
      menu.style.left = `${left}px`;
      menu.style.top = `${fits ? below : Math.max(8, by.top - 4 - height)}px`;
    };
    place();
    items(menu)[0]?.focus();
    const ending = new AbortController();
    const { signal } = ending;
    addEventListener('resize', place, { signal });
    addEventListener('scroll', place, { signal, capture: true });
    addEventListener(
      'pointerdown',
      ({ target }) => {
        const inside = menu.contains(target as Node) || button().contains(target as Node);
        if (!inside) close.current();
      },
      { signal, capture: true },
    );
    return () => ending.abort();
  }, [button]);

  const leave = () => {
    button().focus();
    onClose();
  };
  const choose = async (kind: Kind) => {
    if (busy !== null || nothing) return;
    if (asTable && kind !== 'csv') {
      toggle?.();
      await drawnIn(button().closest('figure')!);
    }
    const taken = await take(kind, { title, table, button: button() });
    if (taken && kind !== 'copy') leave();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const all = items(list.current!);
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = {
      ArrowDown: (at + 1) % all.length,
      ArrowUp: (at - 1 + all.length) % all.length,
      Home: 0,
      End: all.length - 1,
    }[event.key];
    if (to !== undefined) all[to]!.focus();
    else if (event.key === 'Escape') leave();
    else if (event.key === 'Tab') onClose();
    else {
      // A letter leads to what begins with it.
      const letter = event.key.toLowerCase();
      if (letter.length !== 1 || letter === ' ' || event.ctrlKey || event.metaKey) return;
      const order = [...all.slice(at + 1), ...all.slice(0, at + 1)];
      order.find((item) => item.textContent?.toLowerCase().startsWith(letter))?.focus();
    }
    event.stopPropagation();
    if (event.key !== 'Tab') event.preventDefault();
  };
  return (
    <div ref={list} popover="manual" className={styles.menu}>
      <div
        role="menu"
        aria-label={say(figures.menu, { title })}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        {toggle === undefined ? null : (
          <button
            type="button"
            role="menuitemcheckbox"
            aria-checked={asTable}
            tabIndex={-1}
            onClick={() => {
              toggle();
              leave();
            }}
          >
            {figures.table}
          </button>
        )}
        {kinds.map((kind) => (
          <button
            key={kind}
            type="button"
            role="menuitem"
            tabIndex={-1}
            aria-disabled={nothing || undefined}
            data-busy={busy === kind || undefined}
            onClick={() => void choose(kind)}
          >
            {figures.kinds[kind]}
          </button>
        ))}
      </div>
      <p role="status" className={styles.said}>
        {said ?? (nothing ? figures.noData : '')}
      </p>
    </div>
  );
}

const items = (menu: HTMLElement): HTMLElement[] => [
  ...menu.querySelectorAll<HTMLElement>('[role^=menuitem]'),
];

/** Waits until a figure shows its picture again, which takes some turns. */
async function drawnIn(figure: Element): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) {
    await new Promise(requestAnimationFrame);
    if (figure.querySelector('table') === null && figure.querySelector('svg path') !== null) break;
  }
  await new Promise(requestAnimationFrame);
}
