/**
 * Where the settings are while they are in sight: beside the stage, over its edge or over its foot, as wide as the
 * window allows. What they are of stays in sight.
 */

import { type RefObject, useEffect, useRef } from 'react';
import { Button } from '../../ui/controls/Button';
import { useWords } from '../../ui/Say';
import { Late } from './Late';
import { openPanel } from './panel';
import parts from './parts.module.css';
import type { SettingsProps } from './Settings';

interface SettingsPanelProps extends SettingsProps {
  /** What opened it, and takes the focus when it closes. */
  readonly toggle: RefObject<HTMLButtonElement | null>;
}

export function SettingsPanel({ toggle, ...shown }: SettingsPanelProps) {
  const { settings } = useWords().frame;
  const aside = useRef<HTMLElement>(null);
  // One that was opened by its button is gone on with.
  useEffect(() => {
    if (document.activeElement === toggle.current) aside.current?.focus();
  }, [toggle]);
  const close = () => {
    openPanel(false);
    toggle.current?.focus();
  };
  return (
    <aside
      ref={aside}
      className={parts.settings}
      aria-label={settings.title}
      tabIndex={-1}
      onKeyDown={(event) => {
        // It takes back what is typed, and takes an explanation away, before it closes the panel.
        const nearer = event.target instanceof HTMLInputElement && event.target.type !== 'range';
        if (event.key === 'Escape' && !nearer && !isExplained()) close();
      }}
    >
      <div className={parts.settingsHead}>
        <h2>{settings.title}</h2>
        <Button small onClick={close}>
          {settings.close}
        </Button>
      </div>
      <Late of={settingsView} given={shown} />
    </aside>
  );
}

const isExplained = (): boolean => document.querySelector('[role=tooltip]:popover-open') !== null;

const settingsView = async () => (await import('./Settings')).Settings;
