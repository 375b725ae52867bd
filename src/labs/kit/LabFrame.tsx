/** What every lab's page has: its lab opened from the address, its head, the stage, settings beside it, what explains it below. */

import {
  type ComponentType,
  type ReactNode,
  startTransition,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { useStore } from 'zustand';
import { notify } from '../../session/notices';
import { decodeAddress, isCut } from '../../spec/address';
import type { AnyForm } from '../../spec/mending';
import { presetOf } from '../../spec/preset';
import type { Problem } from '../../spec/spec';
import { stamping } from '../../ui/charts/stamp';
import { useWords } from '../../ui/Say';
import { say } from '../../words/format';
import { loadWords, type Phrase, type Words } from '../../words/words';
import { type AnyLab, LabContext, type Shown, useShared } from './context';
import { Head } from './Head';
import { inSight } from './inSight';
import { Late } from './Late';
import { panel } from './panel';
import parts from './parts.module.css';
import { SettingsPanel } from './SettingsPanel';
import type { AnyStamped } from './stamped';
import type { AnyStory } from './story/StoryCard';
import { StoryDock } from './story/StoryDock';
import { Transport } from './Transport';

export interface LabViewProps {
  /** The part of the address after the lab's name. */
  readonly params: URLSearchParams;
  /** Told when the lab's state moves: the address is to be asked for and written, in its time. */
  readonly onAddress: (address: () => URLSearchParams) => void;
  readonly createWorker: () => Worker;
  /** What a lesson in a lab needs; the same at every rendering. */
  readonly lessons: () => Promise<Lessons>;
}

/** What teaches in a lab. */
export interface Lessons {
  /** The address at which a lab is opened for that of a lesson. */
  opened(params: URLSearchParams): Promise<URLSearchParams>;
  /** The scene in sight. */
  readonly LessonDock: ComponentType;
}

/** A lab from an address, and what of the address cannot be used. */
export type Open = (
  params: URLSearchParams,
  createWorker: () => Worker,
  /** Of a lab that nobody looks at: see `Lab`. */
  aside?: string,
) => {
  readonly lab: AnyLab;
  readonly problems: readonly Problem[];
};

interface LabFrameProps extends Omit<Shown, 'lab'> {
  readonly view: LabViewProps;
  /** Must be the same at every rendering, as `open` must. */
  readonly form: AnyForm;
  readonly open: Open;
  /** What the lab is about, in a few words. */
  readonly title: (words: Words) => string;
  /** Who is compared. */
  readonly compare: ReactNode;
  /** What stands in a group of the settings after the controls of these names, or at its end. */
  readonly after?: Readonly<Record<string, ReactNode>>;
  readonly below: ReactNode;
  /** The curve of what is learned, as a line behind the way back. */
  readonly strip: ReactNode;
  /** What can be told of the lab, scene by scene. */
  readonly story: () => Promise<AnyStory>;
  readonly stamped: () => Promise<AnyStamped>;
  /** The stage. */
  readonly children: ReactNode;
}

export function LabFrame(props: LabFrameProps) {
  const { view, form, open, owners, wordsOf } = props;
  const lab = useOpenedLab(view, form, open);
  useEffect(() => {
    stamping.ask = (of) => import('./stamp').then(({ stampOf }) => stampOf(lab, props, of));
  });
  if (lab === null) return null;
  return (
    <LabContext value={{ lab, owners, wordsOf }}>
      <Opened {...props} />
    </LabContext>
  );
}

function Opened({
  view,
  form,
  title,
  compare,
  after = {},
  below,
  strip,
  story,
  children,
}: LabFrameProps) {
  const words = useWords();
  const preset = useShared((s) => presetOf(form.fields, form.presets, s.spec, form.like));
  const open = useStore(panel, (s) => s.open);
  const lesson = useShared((s) => s.view.lesson !== 'none');
  const { lessons } = view;
  const dock = useCallback(async () => (await lessons()).LessonDock, [lessons]);
  const toggle = useRef<HTMLButtonElement>(null);
  return (
    <div className={parts.lab}>
      {/* First to a keyboard, at the foot of the window to the eye. */}
      <Transport strip={strip} />
      <Head title={title(words)} preset={preset} toggle={toggle} />
      {/* As far as settings stay in sight beside what they are of: not beside what explains it. */}
      <div className={parts.work} data-settings={open || undefined}>
        {compare}
        {lesson ? <Late of={dock} given={{}} /> : <StoryDock story={story} />}
        <div data-part="stage" className={parts.stage}>
          {children}
        </div>
        {open ? <SettingsPanel toggle={toggle} preset={preset} after={after} /> : null}
      </div>
      {below}
    </div>
  );
}

/** Gives a lab what an address brings besides settings. */
type Give = (lab: AnyLab) => void;

function useOpenedLab(
  { params, onAddress, createWorker, lessons }: LabViewProps,
  form: AnyForm,
  open: Open,
): AnyLab | null {
  const [lab, setLab] = useState<AnyLab | null>(null);
  useEffect(() => {
    let close: (() => void) | null = null;
    let gone = false;
    const begin = (good: URLSearchParams, lost: readonly Problem[], give?: Give) => {
      if (gone) return;
      const { lab: opened, problems } = open(good, createWorker);
      const all = [...lost, ...problems];
      if (all.length > 0) void sayWhatIsWrong(all);
      const write = () => onAddress(() => opened.address);
      const unsubscribe = opened.store.subscribe((now, before) => {
        // Answers are not in the address: as they come and come, it would never be written.
        if (now.spec !== before.spec || now.view !== before.view) write();
      });
      write();
      void opened.open();
      inSight.setState({ lab: opened });
      give?.(opened);
      // Rendered in slices: a lab is large, and what a person does meanwhile comes first.
      startTransition(() => setLab(opened));
      close = () => {
        unsubscribe();
        inSight.setState({ lab: null });
        opened.dispose();
      };
    };
    const beginAt = (good: URLSearchParams, lost: readonly Problem[], give?: Give) => {
      if (!good.has('lesson')) begin(good, lost, give);
      else {
        lessons()
          .then(({ opened }) => opened(good))
          // The dock will say so.
          .catch(() => good)
          .then((of) => begin(of, lost));
      }
    };
    if (isWhole(form, params)) beginAt(params, []);
    else {
      import('./runs/brought').then(
        ({ broughtBy }) => {
          const { params: good, problems, give } = broughtBy(form, params);
          beginAt(good, problems, give);
        },
        // Offline before it was ever loaded: what is not as it must be takes its default, and is told.
        () => begin(params, []),
      );
    }
    return () => {
      gone = true;
      close?.();
    };
  }, [params, onAddress, createWorker, lessons, form, open]);
  return lab;
}

/** Whether nothing of an address is lost by reading it as it is. */
const isWhole = (form: AnyForm, params: URLSearchParams): boolean =>
  !isCut(form, params) && decodeAddress(form, params).problems.length === 0;

async function sayWhatIsWrong(problems: readonly Problem[]): Promise<void> {
  try {
    const [{ tellProblems }] = await Promise.all([import('./badAddress'), loadWords('spec')]);
    tellProblems(problems);
  } catch {
    // Without a network there are no words for the reasons.
    const message: Phrase = ({ frame }) => say(frame.app.badAddress, { count: problems.length });
    notify({ key: 'address', tone: 'warning', message });
  }
}
