/** What is in sight as a part of another page: the whole of it, or one panel. */

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { isLab } from '../../labs/names';
import { Button } from '../../ui/controls/Button';
import { Select } from '../../ui/controls/Select';
import { useWords } from '../../ui/Say';
import text from '../../ui/text.module.css';
import { say } from '../../words/format';
import { factsOf, languageNames } from '../../words/words';
import { MESSAGE } from '../shown/height';
import { type PartName, panels, removable } from '../shown/parts';
import { Check, Choices } from './Choices';
import { Copied } from './Copied';
import { frameCode, linkTo, type PartProps, placeInSight } from './link';
import styles from './share.module.css';

/** Of a frame whose content nobody has measured, in CSS pixels. */
const HEIGHT = 640;
const WHOLE = 'whole';
const themes = ['light', 'dark'] as const;

export function EmbedPart({ hash, choice, onChoice }: PartProps) {
  const { share } = useWords();
  const [grows, setGrows] = useState(true);
  const [previewed, setPreviewed] = useState(false);
  const [height, setHeight] = useState(HEIGHT);
  const panel = choice.show[0] ?? null;
  const link = linkTo(hash, choice);
  const shown = panel === null ? document.title.split(' · ')[0]! : share.parts[panel];
  const title = say(share.frameTitle, { shown });
  const language = choice.language ?? WHOLE;
  return (
    <>
      <p className={text.hint}>{share.codeWhat}</p>
      <div className={styles.selects}>
        <PanelSelect choice={choice} onChoice={onChoice} />
        <Labelled label={share.theme}>
          <Select
            label={share.theme}
            options={[WHOLE, ...themes].map((value) => ({
              value,
              label: share.themes[themes.find((theme) => theme === value) ?? 'visitor'],
            }))}
            value={choice.theme ?? WHOLE}
            onChange={(value) =>
              onChoice({ ...choice, theme: themes.find((theme) => theme === value) ?? null })
            }
          />
        </Labelled>
        <Labelled label={share.language}>
          <Select
            label={share.language}
            options={[
              { value: WHOLE, label: share.visitor },
              ...languageNames.flatMap((value) => {
                const { name } = factsOf(value);
                return name === undefined ? [] : [{ value, label: name }];
              }),
            ]}
            value={language}
            onChange={(value) =>
              onChoice({
                ...choice,
                language: languageNames.find((known) => known === value) ?? null,
              })
            }
          />
        </Labelled>
      </div>
      <Choices
        choice={choice}
        onChoice={onChoice}
        parts={panel === null ? removable.filter((part) => part !== 'labs') : choice.show.slice(1)}
      />
      <Check label={share.grows} on={grows} onChange={setGrows} />
      <Copied
        label={share.code}
        text={frameCode({ link, title, height, grows })}
        copy={share.copyCode}
        copied={share.codeCopied}
        rows={5}
      />
      <Button aria-expanded={previewed} onClick={() => setPreviewed(!previewed)}>
        {previewed ? share.hidePreview : share.preview}
      </Button>
      {previewed ? <Preview link={link} height={height} onHeight={setHeight} /> : null}
    </>
  );
}

function Labelled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.labelled}>
      <span aria-hidden="true">{label}</span>
      {children}
    </div>
  );
}

/** One panel, with what operates it, or all of them. */
function PanelSelect({ choice, onChoice }: Pick<PartProps, 'choice' | 'onChoice'>) {
  const { share } = useWords();
  const place = placeInSight();
  if (!isLab(place)) return null;
  const own = panels[place];
  const names = Object.keys(own) as PartName[];
  return (
    <Labelled label={share.panel}>
      <Select
        label={share.panel}
        options={[
          { value: WHOLE, label: share.whole },
          ...names.map((value) => ({ value, label: share.parts[value] })),
        ]}
        value={choice.show[0] ?? WHOLE}
        onChange={(value) => {
          const panel = names.find((name) => name === value);
          const show = panel === undefined ? [] : [panel, ...(own[panel] ?? []), ...TRANSPORT];
          onChoice({ ...choice, show, hide: [] });
        }}
      />
    </Labelled>
  );
}

const TRANSPORT = ['transport'] as const satisfies readonly PartName[];

interface PreviewProps {
  readonly link: string;
  readonly height: number;
  readonly onHeight: (height: number) => void;
}

/** The frame itself, which also says how high it is. */
function Preview({ link, height, onHeight }: PreviewProps) {
  const { share } = useWords();
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const ending = new AbortController();
    addEventListener(
      'message',
      ({ data, source }: MessageEvent<{ type?: unknown; height?: unknown } | null>) => {
        if (source !== frame.current?.contentWindow || data?.type !== MESSAGE) return;
        if (typeof data.height === 'number') onHeight(data.height);
      },
      ending,
    );
    return () => ending.abort();
  }, [onHeight]);
  // A page does not begin anew when only what stands behind its hash moves; this one is to.
  return (
    <iframe
      key={link}
      ref={frame}
      className={styles.preview}
      title={share.preview}
      src={link}
      height={height}
    />
  );
}
