/** Which characters are in use, and the way to bring Omniglot to a page that has none. */

import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Glyphs } from '../tasks/glyphs/glyphs';
import { Button } from '../ui/controls/Button';
import { FileDrop } from '../ui/controls/FileDrop';
import { Say, useWords } from '../ui/Say';
import text from '../ui/text.module.css';
import { say } from '../words/format';
import type { Phrase, Words } from '../words/words';
import {
  ARCHIVES,
  type Bringing,
  bringDownload,
  bringFiles,
  REPOSITORY,
  type Step,
} from './bringing';
import styles from './CharactersPanel.module.css';
import { takeDrop } from './dropped';
import { troubleText } from './phrases';
import { forgetPack, storedPack } from './shelf';
import { saidBy, type Trouble, troubleOf } from './trouble';
import type { Folder } from './unpack';

type Status =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy'; readonly step: Step | null }
  | { readonly kind: 'said'; readonly message: Phrase }
  | { readonly kind: 'failed'; readonly trouble: Trouble };

interface CharactersPanelProps extends Changes {
  /** The characters of the run; undefined until it says so. */
  readonly source: Glyphs['source'] | undefined;
  readonly wanted: Glyphs['source'];
  /** Characters that each split must have. */
  readonly least: number;
  /** What else is to be said of the characters in use. */
  readonly children?: ReactNode;
}

interface Changes {
  /** Omniglot has come: it is what a person wants. */
  readonly onBrought: () => void;
  /** The characters to be had are others, as `message` says. */
  readonly onChanged: (message: Phrase) => void;
}

export function CharactersPanel(props: CharactersPanelProps) {
  const { source: now, wanted, least, children } = props;
  const { status, own, begin, cancel, forget } = useBringing(least, props);
  const { inUse, sources, bringing } = useWords().characters;
  // While a run starts again nothing is shown: the last source stays in sight.
  const [source, setSource] = useState(now);
  if (now !== undefined && now !== source) setSource(now);
  return (
    <div className={styles.characters}>
      <p className={text.hint}>
        {say(inUse, { source: source === undefined ? '…' : sources[source] })}
      </p>
      {children}
      <details className={text.more} open={source === 'procedural' && wanted === 'omniglot'}>
        <summary>{bringing.title}</summary>
        <Bring
          busy={status.kind === 'busy'}
          onFiles={(files) => begin(async (how) => bringFiles(await files(), how))}
          onDownload={() => begin(bringDownload)}
        />
      </details>
      <Report status={status} onCancel={cancel} />
      {own && status.kind !== 'busy' ? (
        <Button small voice="quiet" title={bringing.forgetHelp} onClick={forget}>
          {bringing.forget}
        </Button>
      ) : null}
    </div>
  );
}

/** What is being brought, and whether a copy is kept in this browser. */
function useBringing(least: number, { onBrought, onChanged }: Changes) {
  const [status, setStatus] = useState<Status>({ kind: 'idle' });
  const [own, setOwn] = useState(false);
  const current = useRef<AbortController | null>(null);

  useEffect(() => {
    let here = true;
    void storedPack().then((pack) => {
      if (here) setOwn(pack !== null);
    });
    return () => {
      here = false;
      current.current?.abort();
    };
  }, []);

  const changed = (message: Phrase) => {
    setStatus({ kind: 'said', message });
    onChanged(message);
  };

  const begin = async (bring: (bringing: Bringing) => Promise<number>) => {
    const controller = new AbortController();
    const { signal } = controller;
    current.current = controller;
    setStatus({ kind: 'busy', step: null });
    try {
      const onStep = (step: Step) => {
        if (!signal.aborted) setStatus({ kind: 'busy', step });
      };
      const characters = await bring({ signal, onStep, least });
      if (signal.aborted) return;
      setOwn(true);
      onBrought();
      changed((words) => say(words.characters.bringing.done, { characters }));
    } catch (error) {
      if (!signal.aborted) setStatus({ kind: 'failed', trouble: troubleOf(error) });
    }
  };

  const cancel = () => {
    current.current?.abort();
    setStatus({ kind: 'said', message: (words) => words.characters.bringing.cancelled });
  };

  const forget = async () => {
    try {
      await forgetPack();
      setOwn(false);
      changed((words) => words.characters.bringing.forgotten);
    } catch (error) {
      setStatus({ kind: 'failed', trouble: { code: 'not-forgotten', text: saidBy(error) } });
    }
  };

  return { status, own, begin, cancel, forget };
}

interface BringProps {
  readonly busy: boolean;
  readonly onFiles: (files: () => Promise<readonly (File | Folder)[]>) => void;
  readonly onDownload: () => void;
}

/** Archives from a person's disk, or from their repository. */
function Bring({ busy, onFiles, onDownload }: BringProps) {
  useStrayDrops();
  const { bringing } = useWords().characters;
  const [first, second] = ARCHIVES;
  return (
    <>
      <FileDrop
        className={styles.drop}
        what={bringing.drop}
        onDropped={(dropped) => {
          if (!busy) onFiles(takeDrop(dropped));
        }}
        accept=".zip,application/zip"
        multiple
        disabled={busy}
        label={bringing.archives}
        onFiles={(files) => {
          if (!busy) onFiles(async () => files);
        }}
      >
        {bringing.choose}
      </FileDrop>
      <Button small disabled={busy} className={styles.download} onClick={onDownload}>
        {say(bringing.download, { megabytes: first.megabytes + second.megabytes })}
      </Button>
      <p className={text.hint}>
        <Say
          message={bringing.about}
          values={{
            first: first.name,
            firstMegabytes: first.megabytes,
            second: second.name,
            secondMegabytes: second.megabytes,
            repository: (
              <a href={REPOSITORY} target="_blank" rel="noreferrer">
                github.com/brendenlake/omniglot
              </a>
            ),
          }}
        />
      </p>
    </>
  );
}

/** A file dropped beside its place must not take the page, and the run with it, away. */
function useStrayDrops(): void {
  useEffect(() => {
    const refuse = (event: globalThis.DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    window.addEventListener('dragover', refuse);
    window.addEventListener('drop', refuse);
    return () => {
      window.removeEventListener('dragover', refuse);
      window.removeEventListener('drop', refuse);
    };
  }, []);
}

function Report({ status, onCancel }: { readonly status: Status; readonly onCancel: () => void }) {
  const words = useWords();
  switch (status.kind) {
    case 'idle':
      return null;
    case 'busy':
      return <Progress step={status.step} onCancel={onCancel} />;
    case 'said':
      return <p role="status">{status.message(words)}</p>;
    case 'failed': {
      const { message, cure } = troubleText(words, status.trouble);
      return (
        <p role="alert" className={styles.failed}>
          <span>{message}</span>
          <span>{` ${cure}`}</span>
        </p>
      );
    }
    default:
      return status satisfies never;
  }
}

function Progress({
  step,
  onCancel,
}: {
  readonly step: Step | null;
  readonly onCancel: () => void;
}) {
  const words = useWords();
  const { bringing } = words.characters;
  const { said, share } = progressOf(words, step);
  return (
    <div className={styles.progress}>
      <p>{said}</p>
      <progress aria-label={bringing.progress} max={1} value={share} />
      {/* What is being stored is kept. */}
      <Button small voice="quiet" disabled={step?.kind === 'storing'} onClick={onCancel}>
        {bringing.cancel}
      </Button>
    </div>
  );
}

/** @returns share that is done; undefined where nobody knows */
function progressOf(
  { characters }: Words,
  step: Step | null,
): { said: string; share: number | undefined } {
  const { steps } = characters.bringing;
  switch (step?.kind) {
    case 'downloading': {
      const { name, total } = step;
      const done = step.done / 1e6;
      if (total === null) return { said: say(steps.downloading, { name, done }), share: undefined };
      return {
        said: say(steps.downloadingOf, { name, done, total: total / 1e6 }),
        share: Math.min(1, step.done / total),
      };
    }
    case 'reading':
      return { said: say(steps.reading, step), share: step.done / step.total };
    case 'packing':
    case 'storing':
      return { said: steps[step.kind], share: undefined };
    default:
      return { said: steps.opening, share: undefined };
  }
}
