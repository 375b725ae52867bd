/** Name, labs, and what applies to all of them. */

import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { load } from '../compute/fault';
import { type LabName, labNames, type PlaceName } from '../labs/names';
import { notify } from '../session/notices';
import { Button } from '../ui/controls/Button';
import { lecture } from '../ui/lecture';
import { useWords } from '../ui/Say';
import { loadWords } from '../words/words';
import styles from './App.module.css';
import { HallDock } from './HallDock';
import { Languages } from './Languages';
import { toggleLecture } from './lectureAddress';
import { preferences, toggleTheme } from './preferences';
import { addressOf } from './route';

export function Header({ place }: { readonly place: PlaceName }) {
  const { app, labs } = useWords().frame;
  return (
    <header className={styles.header}>
      <h1 className={styles.name} translate="no">
        <a
          href={ROOT}
          aria-current={place === 'root' ? 'page' : undefined}
          onClick={(event) => {
            if (place === 'root' && !isElsewhere(event)) event.preventDefault();
          }}
        >
          <Logo />
          <span className={styles.title}>Inner Loop</span>
        </a>
      </h1>
      <nav className={styles.labs} aria-label={app.labs}>
        {labNames.map((name) => (
          <LabLink key={name} name={name} current={name === place}>
            {labs[name]}
          </LabLink>
        ))}
        <a href="#/lessons" aria-current={place === 'lessons' ? 'page' : undefined}>
          {labs.lessons}
        </a>
      </nav>
      <Languages />
      <Tools />
    </header>
  );
}

/** What applies to the whole page; on a phone it is folded away. */
function Tools() {
  const { theme } = useStore(preferences);
  const { on } = useStore(lecture);
  const { app } = useWords().frame;
  const [open, setOpen] = useState(false);
  const tools = useRef<HTMLDivElement>(null);
  const more = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    const ending = new AbortController();
    const { signal } = ending;
    const leave = ({ target }: Event) => {
      if (!tools.current?.contains(target as Node)) setOpen(false);
    };
    const onKey = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return;
      setOpen(false);
      more.current?.focus();
    };
    for (const kind of ['pointerdown', 'focusin']) addEventListener(kind, leave, { signal });
    addEventListener('keydown', onKey, { signal });
    return () => ending.abort();
  }, [open]);
  return (
    <div ref={tools} className={styles.tools} data-open={open || undefined}>
      <Button
        ref={more}
        voice="quiet"
        className={styles.more}
        aria-label={app.more}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <MoreIcon />
      </Button>
      <div className={styles.all}>
        <Button voice="quiet" aria-haspopup="dialog" onClick={share}>
          {app.share}
        </Button>
        <HallDock />
        <Button voice="quiet" aria-pressed={on} onClick={toggleLecture}>
          {app.lecture}
        </Button>
        <Button
          voice="quiet"
          aria-label={theme === 'dark' ? app.lightTheme : app.darkTheme}
          onClick={toggleTheme}
        >
          <ThemeIcon />
        </Button>
      </div>
    </div>
  );
}

const ROOT = '#/';

/** Whether a click opens another tab or window. */
const isElsewhere = (event: MouseEvent): boolean =>
  event.ctrlKey || event.metaKey || event.shiftKey;

interface LabLinkProps {
  readonly name: LabName;
  readonly current: boolean;
  readonly children: ReactNode;
}

/** Leads to a lab as it was left. A click on the one that a person is in changes nothing: their run is there. */
function LabLink({ name, current, children }: LabLinkProps) {
  return (
    <a
      href={addressOf(name)}
      aria-current={current ? 'page' : undefined}
      // It leads nowhere: by keyboard it is no stop on the way to the lab.
      tabIndex={current ? -1 : undefined}
      onClick={(event) => {
        if (current && !isElsewhere(event)) event.preventDefault();
        // It may have been left since this was drawn.
        else event.currentTarget.href = addressOf(name);
      }}
    >
      {children}
    </a>
  );
}

/** Its dialog is loaded when somebody wants it. */
function share(): void {
  load(() => Promise.all([import('./share/openShare'), loadWords('share', 'runs')])).then(
    ([{ openShare }]) => openShare(),
    () => notify({ key: 'share', tone: 'warning', message: ({ frame }) => frame.app.notLoaded }),
  );
}

function Logo() {
  return (
    <svg className={styles.logo} viewBox="0 0 24 24" aria-hidden="true">
      <path d="M12 3a9 9 0 1 1-8.5 6" stroke="currentColor" />
      <path d="M12 8a4 4 0 1 1-3.8 2.8" stroke="currentColor" />
    </svg>
  );
}

function MoreIcon() {
  return (
    <svg className={styles.icon} viewBox="0 0 16 16" aria-hidden="true" fill="currentColor">
      <circle cx="2.5" cy="8" r="1.4" />
      <circle cx="8" cy="8" r="1.4" />
      <circle cx="13.5" cy="8" r="1.4" />
    </svg>
  );
}

function ThemeIcon() {
  return (
    <svg className={styles.icon} viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 1.8a6.2 6.2 0 0 1 0 12.4Z" fill="currentColor" />
    </svg>
  );
}
