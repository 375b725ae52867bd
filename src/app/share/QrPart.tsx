/** The link as a QR code, for who has a phone and a screen to read from. */

import encodeQR from 'qr';
import { useState } from 'react';
import { Button } from '../../ui/controls/Button';
import { useWords } from '../../ui/Say';
import text from '../../ui/text.module.css';
import { say } from '../../words/format';
import { linkTo, type PartProps } from './link';
import styles from './share.module.css';

/** Characters of a link, at most: beyond, modules are too small for the back row. */
const MOST = 600;
/** Modules of quiet around it, as its standard has them. */
const QUIET = 4;

export function QrPart({ hash, choice }: PartProps) {
  const { share } = useWords();
  const [large, setLarge] = useState(false);
  const link = linkTo(hash, choice);
  if (link.length > MOST) {
    return <p role="alert">{say(share.qrTooLong, { length: link.length, most: MOST })}</p>;
  }
  const modules = encodeQR(link, 'raw', { ecc: 'medium', border: QUIET });
  const size = modules.length;
  const path = modules
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return (
    <div className={styles.qr} data-large={large || undefined}>
      <svg
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label={say(share.qrOf, { link })}
        shapeRendering="crispEdges"
      >
        {/* Black on white in either theme: readers want it so. */}
        <rect width={size} height={size} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <p className={text.hint} translate="no">
        {link}
      </p>
      <Button
        aria-pressed={large}
        onClick={() => setLarge(!large)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !large) return;
          // Back from the whole window first, and not out of the dialog.
          event.preventDefault();
          setLarge(false);
        }}
      >
        {large ? share.qrSmall : share.qrLarge}
      </Button>
    </div>
  );
}
