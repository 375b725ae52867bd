/** The page that the root address shows: the point of it all, then the labs, then the sources. */

import { type ComponentType, lazy, Suspense, useRef } from 'react';
import { Text, useWords } from '../ui/Say';
import { useWanted } from '../ui/useWanted';
import { type LabName, labNames } from './names';
import { OpeningView } from './regression/opening/OpeningView';
import styles from './root.module.css';

/** A picture that comes when its place does; that stays empty where it cannot be had. */
const picture = (load: () => Promise<{ readonly Miniature: ComponentType }>) =>
  lazy(async () => {
    try {
      return { default: (await load()).Miniature };
    } catch {
      return { default: Awaited };
    }
  });
const Awaited = () => <span className={styles.awaited} />;

const miniatures: Record<LabName, ComponentType> = {
  regression: picture(() => import('./regression/Miniature')),
  optimizers: picture(() => import('./optimizers/Miniature')),
  omniglot: picture(() => import('./omniglot/Miniature')),
  memory: picture(() => import('./memory/Miniature')),
};

const sources = {
  maml: 'https://arxiv.org/abs/1703.03400',
  reptile: 'https://arxiv.org/abs/1803.02999',
  lstm: 'https://arxiv.org/abs/1606.04474',
  prototypical: 'https://arxiv.org/abs/1703.05175',
  omniglot: 'https://doi.org/10.1126/science.aab3050',
} as const;
const sourceNames = Object.keys(sources) as (keyof typeof sources)[];

export function RootPage({ createWorker }: { readonly createWorker: () => Worker }) {
  return (
    <div className={styles.root}>
      <OpeningView createWorker={createWorker} />
      <About />
      <Labs />
      <Sources />
    </div>
  );
}

function About() {
  const { about } = useWords().root;
  return (
    <section className={styles.about} aria-labelledby="about">
      <h2 id="about">{about.title}</h2>
      <p>
        <Text of={about.text} />
      </p>
      <p className={styles.ways}>
        <a className={styles.way} href="#/regression?lesson=two-loops&story=1">
          {about.lesson}
        </a>
        <a href="#/lessons">{about.lessons}</a>
        <a href="#/regression">{about.open}</a>
      </p>
    </section>
  );
}

function Labs() {
  const { labs } = useWords().root;
  return (
    <section aria-labelledby="labs">
      <h2 id="labs" className="hidden-visually">
        {labs.title}
      </h2>
      <ul className={styles.labs}>
        {labNames.map((name) => (
          <li key={name}>
            <LabCard name={name} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function LabCard({ name }: { readonly name: LabName }) {
  const { title, text } = useWords().root.labs[name];
  const Miniature = miniatures[name];
  const place = useRef<HTMLAnchorElement>(null);
  const wanted = useWanted(place);
  return (
    <a ref={place} href={`#/${name}`}>
      <Suspense fallback={<Awaited />}>{wanted ? <Miniature /> : <Awaited />}</Suspense>
      <h3>{title}</h3>
      <p>{text}</p>
    </a>
  );
}

function Sources() {
  const { sources: words } = useWords().root;
  const cited = `Inner Loop (2026). ${location.origin}${location.pathname}`;
  return (
    <section className={styles.sources} aria-labelledby="sources">
      <h2 id="sources">{words.title}</h2>
      <ul>
        {sourceNames.map((name) => (
          <li key={name}>
            <a href={sources[name]}>{words[name]}</a>
          </li>
        ))}
      </ul>
      <p>
        <span>{words.cite}</span>
        <code>{cited}</code>
      </p>
    </section>
  );
}
