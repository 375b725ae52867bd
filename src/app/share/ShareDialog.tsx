/** How what is in sight is shared, one way at a time. */

import { type ComponentType, useState } from 'react';
import { Late } from '../../labs/kit/Late';
import { isLab } from '../../labs/names';
import { Button } from '../../ui/controls/Button';
import { Dialog } from '../../ui/Dialog';
import { lecture } from '../../ui/lecture';
import { useWords } from '../../ui/Say';
import { CitePart } from './CitePart';
import { EmbedPart } from './EmbedPart';
import { LinkPart } from './LinkPart';
import { asItIs, type Choice, hashInSight, type PartProps, placeInSight } from './link';
import { QrPart } from './QrPart';
import { RunPart } from './RunPart';
import styles from './share.module.css';

const takePython = async () => (await import('../../labs/TakePython')).TakePython;
/** What few want comes when it is wanted. */
const PythonPart = () => <Late of={takePython} given={{}} />;

const ways = {
  link: LinkPart,
  embed: EmbedPart,
  qr: QrPart,
  run: RunPart,
  python: PythonPart,
  cite: CitePart,
} as const satisfies Record<string, ComponentType<PartProps>>;
type Way = keyof typeof ways;
const wayNames = Object.keys(ways) as Way[];
/** Those of a lab alone. */
const ofLabs: readonly Way[] = ['run', 'python'];

export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const { share } = useWords();
  const [way, setWay] = useState<Way>('link');
  const [choice, setChoice] = useState<Choice>(() => ({
    ...asItIs,
    lecture: lecture.getState().on,
  }));
  // A frame has choices of its own.
  const [framed, setFramed] = useState<Choice>({ ...asItIs, embed: true });
  const [of, onChoice] = way === 'embed' ? [framed, setFramed] : [choice, setChoice];
  const [hash] = useState(hashInSight);
  const Part = ways[way];
  const here = wayNames.filter((name) => !ofLabs.includes(name) || isLab(placeInSight()));
  return (
    <Dialog title={share.title} close={share.close} onClose={onClose}>
      {(close) => (
        <>
          <nav className={styles.ways} aria-label={share.ways}>
            {here.map((name) => (
              <Button
                key={name}
                voice="quiet"
                aria-pressed={name === way}
                onClick={() => setWay(name)}
              >
                {share[name]}
              </Button>
            ))}
          </nav>
          <Part hash={hash} choice={of} onChoice={onChoice} close={close} />
        </>
      )}
    </Dialog>
  );
}
