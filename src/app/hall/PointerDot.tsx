/** A dot that follows the pointer, as large as a hall can see. */

import { useEffect, useRef } from 'react';
import styles from './hall.module.css';

/** Where the pointer was last: the dot begins there, though it comes between two moves. */
let last: { readonly x: number; readonly y: number } | null = null;
addEventListener('pointermove', ({ clientX, clientY }) => {
  last = { x: clientX, y: clientY };
});

export function PointerDot() {
  const dot = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { style } = dot.current!;
    const follow = () => {
      const { x, y } = last ?? { x: innerWidth / 2, y: innerHeight / 2 };
      style.translate = `${x}px ${y}px`;
    };
    follow();
    // After the listener above.
    addEventListener('pointermove', follow);
    return () => removeEventListener('pointermove', follow);
  }, []);
  return <div ref={dot} data-part="dot" className={styles.dot} />;
}
