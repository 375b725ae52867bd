/** The memory lab, small: drawings one after another, the last one again the first, and the thread between the two. */

import { defaultStrokes } from '../../characters/defaultStrokes';
import { lookOf } from '../../ui/palette';
import parts from '../kit/miniature.module.css';

/** Characters, in the order in which they come, and which of two drawings of each. */
const FILM = [
  [0, 0],
  [3, 0],
  [1, 0],
  [4, 0],
] as const;
const SIZE = 34;
const LARGE = 66;

interface GlyphProps {
  readonly way: number;
  readonly shot: number;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

function Glyph({ way, shot, x, y, size }: GlyphProps) {
  const strokes = defaultStrokes.characters[way]![shot]!;
  const d = strokes
    .map((stroke) => `M${stroke.map(([a, b]) => `${x + size * a} ${y + size * b}`).join('L')}`)
    .join('');
  return <path className={parts.ink} d={d} />;
}

export function Miniature() {
  return (
    <svg className={parts.miniature} viewBox="0 0 240 150" aria-hidden="true">
      <path
        d="M200 58C200 0,24 0,24 88"
        fill="none"
        stroke={lookOf('mann').color}
        strokeWidth={5}
        strokeLinecap="round"
        opacity={0.85}
      />
      {FILM.map(([way, shot], i) => (
        <Glyph key={way} x={7 + 38 * i} y={94} size={SIZE} {...{ way, shot }} />
      ))}
      <rect className={parts.faint} x={164} y={60} width={72} height={72} rx={5} fill="none" />
      <Glyph way={0} shot={1} x={167} y={63} size={LARGE} />
    </svg>
  );
}
