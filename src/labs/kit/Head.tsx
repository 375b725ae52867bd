/** What a lab is about, which preset it runs, and the ways back to its beginning and to its settings. */

import type { RefObject } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../ui/controls/Button';
import { Select } from '../../ui/controls/Select';
import { useWords } from '../../ui/Say';
import { useAnyLab, useRunState, useShared, useShown } from './context';
import { openPanel, panel } from './panel';
import parts from './parts.module.css';
import { useScene } from './story/useScene';

interface HeadProps {
  readonly title: string;
  readonly preset: string;
  /** Where the focus comes back to when settings close. */
  readonly toggle: RefObject<HTMLButtonElement | null>;
}

export function Head({ title, preset, toggle }: HeadProps) {
  const { settings } = useWords().frame;
  const open = useStore(panel, (s) => s.open);
  return (
    <div className={parts.head}>
      <h2>{title}</h2>
      <PresetSelect value={preset} />
      <div className={parts.actions}>
        <Tour />
        <Reset />
        <Button
          ref={toggle}
          data-part="settings"
          className={parts.toggle}
          aria-expanded={open}
          onClick={() => openPanel(!open)}
        >
          {settings.title}
        </Button>
      </div>
    </div>
  );
}

/** The choice of a preset; settings that are none are called custom. */
function PresetSelect({ value }: { readonly value: string }) {
  const { lab, wordsOf } = useShown();
  const words = useWords();
  const { presets } = wordsOf(words);
  const names = Object.keys(lab.definition.presets);
  const options = value === 'custom' ? ['custom', ...names] : names;
  const label = (name: string) =>
    name === 'custom' ? words.frame.settings.custom : (presets[name]?.label ?? name);
  return (
    <Select
      label={words.frame.settings.preset}
      options={options.map((name) => ({ value: name, label: label(name) }))}
      value={value}
      onChange={(name) => {
        if (name !== 'custom') lab.choosePreset(name);
      }}
    />
  );
}

/** Into the story of the lab, and out of it. */
function Tour() {
  const { page } = useWords().frame;
  const { at, go } = useScene();
  return (
    <Button aria-pressed={at > 0} onClick={() => go(at > 0 ? 0 : 1)}>
      {page.tour}
    </Button>
  );
}

/** Back to the beginning; right after that, the way back from there. */
function Reset() {
  const lab = useAnyLab();
  const { transport } = useWords().frame;
  const atStart = useRunState((s) => s.iteration === 0 && s.phase !== 'training');
  const lost = useShared((s) => s.canBringBack);
  return atStart && lost ? (
    <Button data-deliberate onClick={() => lab.bringBack()}>
      {transport.bringBack}
    </Button>
  ) : (
    <Button data-part="reset" data-deliberate onClick={() => lab.reset()}>
      {transport.reset}
    </Button>
  );
}
