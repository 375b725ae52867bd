/** Name, labs, and what applies to all of them. */

import { useState } from 'react';
import { useStore } from 'zustand';
import { type LabName, labNames } from '../labs/names';
import { views } from '../labs/views';
import { notify } from '../session/notices';
import { Button } from '../ui/controls/Button';
import styles from './App.module.css';
import { preferences, toggleLecture, toggleTheme } from './preferences';

export function Header({ lab }: { readonly lab: LabName }) {
  const { theme, lecture } = useStore(preferences);
  return (
    <header className={styles.header}>
      <h1 className={styles.name}>
        <Logo />
        Inner Loop
      </h1>
      <nav className={styles.labs} aria-label="Labs">
        {labNames.map((name) => (
          <a key={name} href={`#/${name}`} aria-current={name === lab ? 'page' : undefined}>
            {views[name].title}
          </a>
        ))}
      </nav>
      <div className={styles.tools}>
        <CopyLink />
        <Button voice="quiet" aria-pressed={lecture} onClick={toggleLecture}>
          Lecture mode
        </Button>
        <Button
          voice="quiet"
          aria-label={theme === 'dark' ? 'Light theme' : 'Dark theme'}
          onClick={toggleTheme}
        >
          <ThemeIcon />
        </Button>
      </div>
    </header>
  );
}

function CopyLink() {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      setCopied(true);
      setTimeout(() => setCopied(false), 2000);
    } catch {
      notify({
        key: 'copy',
        tone: 'info',
        message: 'This browser does not let pages copy.',
        hint: 'Copy the address from the address bar: it holds every setting.',
      });
    }
  };
  return (
    <Button voice="quiet" className={styles.copy} onClick={() => void copy()}>
      <span aria-live="polite">{copied ? 'Link copied' : 'Copy link'}</span>
    </Button>
  );
}

function Logo() {
  return (
    <svg className={styles.logo} viewBox="0 0 24 24" aria-hidden="true">
      <path d="M12 3a9 9 0 1 1-8.5 6" stroke="var(--accent)" />
      <path d="M12 8a4 4 0 1 1-3.8 2.8" stroke="var(--rose)" />
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
