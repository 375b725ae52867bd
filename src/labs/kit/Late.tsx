/** What is loaded when it is wanted; what could not be loaded is tried again when a person says so. */

import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { load } from '../../compute/fault';
import { Button } from '../../ui/controls/Button';
import { useWords } from '../../ui/Say';
import text from '../../ui/text.module.css';

export interface LateProps<Given extends object> {
  /** Must be the same at every rendering. */
  readonly of: () => Promise<ComponentType<Given>>;
  readonly given: Given;
  /** Whether nobody has asked for it: that it is missing is said where it would stand, and not aloud. */
  readonly quiet?: boolean;
  /** What stands in its place until then. */
  readonly awaited?: ReactNode;
}

export function Late<Given extends object>(props: LateProps<Given>) {
  const { of, given, quiet = false, awaited = null } = props;
  const { frame } = useWords();
  const [found, setFound] = useState<{ readonly View: ComponentType<Given> } | 'failed' | null>(
    null,
  );
  const [tries, setTries] = useState(1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each try loads once more
  useEffect(() => {
    let stale = false;
    const tell = (next: NonNullable<typeof found>) => {
      if (!stale) setFound(next);
    };
    load(of).then(
      (View) => tell({ View }),
      () => tell('failed'),
    );
    return () => {
      stale = true;
    };
  }, [of, tries]);
  if (found === null) return awaited;
  if (found !== 'failed') return <found.View {...given} />;
  return (
    <div role={quiet ? undefined : 'alert'} className={text.hint}>
      <p>{frame.app.notLoaded}</p>
      <Button small onClick={() => setTries(tries + 1)}>
        {frame.app.again}
      </Button>
    </div>
  );
}
