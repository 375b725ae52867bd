/** The Omniglot lab, small: five characters of no alphabet, and the same in another hand and another order. */

import { defaultStrokes } from '../../characters/defaultStrokes';
import parts from '../kit/miniature.module.css';

/** The second row, by the places of the first. */
const ORDER = [3, 0, 4, 1, 2];
const SIZE = 46;

interface GlyphProps {
  readonly way: number;
  readonly shot: number;
  readonly x: number;
  readonly y: number;
}

function Glyph({ way, shot, x, y }: GlyphProps) {
  const strokes = defaultStrokes.characters[way]![shot]!;
  const d = strokes
    .map((stroke) => `M${stroke.map(([a, b]) => `${x + SIZE * a} ${y + SIZE * b}`).join('L')}`)
    .join('');
  return <path className={shot === 0 ? parts.ink : parts.pencil} d={d} />;
}

export function Miniature() {
  return (
    <svg className={parts.miniature} viewBox="0 0 240 150" aria-hidden="true">
      {ORDER.map((other, i) => (
        <g key={other}>
          <Glyph way={i} shot={0} x={5 + SIZE * i} y={22} />
          <Glyph way={other} shot={1} x={5 + SIZE * i} y={84} />
        </g>
      ))}
    </svg>
  );
}
