/** The panel that says what there is to see. */

import type { ReactNode } from 'react';
import parts from './parts.module.css';

export function See({ children }: { readonly children: ReactNode }) {
  return (
    <section className={parts.see} aria-labelledby="what-to-see">
      <h3 id="what-to-see">What to see</h3>
      {children}
    </section>
  );
}
