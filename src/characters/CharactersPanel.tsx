/** Which characters are in use, and the way to bring Omniglot to a page that has none. */

import { type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Glyphs } from '../tasks/glyphs/glyphs';
import { Button } from '../ui/controls/Button';
import text from '../ui/text.module.css';
import {
  ARCHIVES,
  type Bringing,
  BringingError,
  bringDownload,
  bringFiles,
  REPOSITORY,
  type Step,
} from './bringing';
import styles from './CharactersPanel.module.css';
import { forgetPack, storedPack } from './shelf';

type Status =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy'; readonly step: Step | null }
  | { readonly kind: 'said'; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string; readonly hint: string };

const sources = {
  omniglot: 'Omniglot, characters that people drew',
  procedural: 'procedural characters, made by this page',
};

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
  readonly onChanged: (message: string) => void;
}

export function CharactersPanel(props: CharactersPanelProps) {
  const { source: now, wanted, least, children } = props;
  const { status, own, begin, cancel, forget } = useBringing(least, props);
  // While a run starts again nothing is shown: the last source stays in sight.
  const [source, setSource] = useState(now);
  if (now !== undefined && now !== source) setSource(now);
  return (
    <div className={styles.characters}>
      <p className={text.hint}>In use: {source === undefined ? '…' : sources[source]}.</p>
      {children}
      <details className={text.more} open={source === 'procedural' && wanted === 'omniglot'}>
        <summary>Bring Omniglot</summary>
        <Bring
          busy={status.kind === 'busy'}
          onFiles={(files) => begin((bringing) => bringFiles(files, bringing))}
          onDownload={() => begin(bringDownload)}
        />
      </details>
      <Report status={status} onCancel={cancel} />
      {own && status.kind !== 'busy' ? (
        <Button
          small
          voice="quiet"
          title="Removes the copy of Omniglot that was brought to this browser."
          onClick={forget}
        >
          Forget the copy kept here
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

  const changed = (message: string) => {
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
      changed(`Omniglot is here: ${characters.toLocaleString('en')} characters.`);
    } catch (error) {
      if (signal.aborted) return;
      const { message, hint } =
        error instanceof BringingError
          ? error
          : { message: `Omniglot could not be brought: ${error}.`, hint: 'Nothing has changed.' };
      setStatus({ kind: 'failed', message, hint });
    }
  };

  const cancel = () => {
    current.current?.abort();
    setStatus({ kind: 'said', message: 'Cancelled; nothing has changed.' });
  };

  const forget = async () => {
    try {
      await forgetPack();
      setOwn(false);
      changed('The copy kept in this browser is forgotten.');
    } catch (error) {
      setStatus({
        kind: 'failed',
        message: `The copy could not be removed: ${error instanceof Error ? error.message : error}.`,
        hint: 'Clear this site’s data in the browser’s settings.',
      });
    }
  };

  return { status, own, begin, cancel, forget };
}

interface BringProps {
  readonly busy: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onDownload: () => void;
}

/** Archives from a person's disk, or from their repository. */
function Bring({ busy, onFiles, onDownload }: BringProps) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  useStrayDrops();
  const take = (files: FileList | null) => {
    if (files !== null && files.length > 0 && !busy) onFiles([...files]);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const sizes = ARCHIVES.map(({ name, megabytes }) => `${name} (${megabytes} MB)`).join(' and ');
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button in it opens the same files */}
      <div
        className={styles.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <span>Drop its zips here, or</span>
        <input
          ref={input}
          type="file"
          accept=".zip,application/zip"
          multiple
          hidden
          aria-label="Omniglot archives"
          onChange={(event) => {
            take(event.target.files);
            event.target.value = '';
          }}
        />
        <Button small disabled={busy} onClick={() => input.current?.click()}>
          Choose files
        </Button>
      </div>
      <Button small disabled={busy} className={styles.download} onClick={onDownload}>
        Download from its repository, 16 MB
      </Button>
      <p className={text.hint}>
        Fetches {sizes} from{' '}
        <a href={REPOSITORY} target="_blank" rel="noreferrer">
          github.com/brendenlake/omniglot
        </a>
        , MIT licence, Brenden Lake 2015. Nothing is sent; a copy of 1.6 MB stays in this browser.
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
  switch (status.kind) {
    case 'idle':
      return null;
    case 'busy':
      return <Progress step={status.step} onCancel={onCancel} />;
    case 'said':
      return <p role="status">{status.message}</p>;
    case 'failed':
      return (
        <p role="alert" className={styles.failed}>
          {status.message} {status.hint}
        </p>
      );
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
  const { words, share } = progressOf(step);
  return (
    <div className={styles.progress}>
      <p>{words}</p>
      <progress aria-label="Bringing Omniglot" max={1} value={share} />
      <Button small voice="quiet" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  );
}

/** @returns share that is done; undefined where nobody knows */
function progressOf(step: Step | null): { words: string; share: number | undefined } {
  switch (step?.kind) {
    case 'downloading': {
      const { name, done, total } = step;
      const of = total === null ? '' : ` of ${(total / 1e6).toFixed(1)}`;
      return {
        words: `Downloading ${name}: ${(done / 1e6).toFixed(1)}${of} MB`,
        share: total === null ? undefined : Math.min(1, done / total),
      };
    }
    case 'reading': {
      const { name, done, total } = step;
      const [read, all] = [done.toLocaleString('en'), total.toLocaleString('en')];
      return { words: `Reading ${name}: ${read} of ${all} drawings`, share: done / total };
    }
    case 'packing':
      return { words: 'Packing', share: undefined };
    case 'storing':
      return { words: 'Keeping it in this browser', share: undefined };
    default:
      return { words: 'Opening', share: undefined };
  }
}
