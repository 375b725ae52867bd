/** The page of the Omniglot lab. */

import { CharactersPanel } from '../../characters/CharactersPanel';
import { lookOf } from '../../ui/palette';
import { useWords } from '../../ui/Say';
import text from '../../ui/text.module.css';
import { loadWords, type Phrase } from '../../words/words';
import { Below } from '../kit/Below';
import { Compare } from '../kit/Compare';
import { useRunState } from '../kit/context';
import { InTime } from '../kit/InTime';
import { LabFrame, type LabViewProps } from '../kit/LabFrame';
import { Late } from '../kit/Late';
import { Diverged, Note } from '../kit/Remark';
import { takeCharacters } from '../kit/takeCharacters';
import { EmbeddingPanel } from './episode/EmbeddingPanel';
import { EpisodePanel } from './episode/EpisodePanel';
import { useLab, useLabels, useLabState, useMethods } from './hooks';
import { form, openOmniglot } from './lab';
import { AccuracyPanel } from './methods/AccuracyPanel';
import type { Ungranted } from './methods/kinds';
import { isTrained, type MethodName, methodNames, methodOf, methods } from './methods/registry';
import { LEAST_CHARACTERS } from './methods/sharedFields';
import styles from './omniglot.module.css';
import { wordsOf } from './phrases';
import { divergenceText, otherCharactersText } from './remarks';
import { Origins } from './trained/Origins';
import { PapersPanel } from './trained/PapersPanel';

/** The lab without its page. */
export { form, openOmniglot as open } from './lab';

const walking = async () => (await import('./microscope/Walking')).Walking;
const formulas = {
  formulaOf: (name: MethodName) => methodOf(name).formula,
  walk: <Late of={walking} given={{}} quiet />,
};
const how = async () => {
  const words = loadWords('about', 'omniglotHow');
  const [{ HowItWorks }] = await Promise.all([import('./HowItWorks'), words]);
  return HowItWorks;
};
const training = async () => (await import('./TrainingPanel')).TrainingPanel;
const spark = async () => (await import('../kit/Spark')).Spark;
const lake = async () => {
  const [{ LakeTest }] = await Promise.all([import('./lake/LakeTest'), loadWords('lake')]);
  return LakeTest;
};
const story = async () => (await import('./story')).story;
const stamped = async () => (await import('./stamped')).stamped;

export function OmniglotLabView(view: LabViewProps) {
  const below = (
    <>
      <Below title={(words) => words.omniglot.how.title} of={how} given={formulas} />
      <PapersPanel />
    </>
  );
  return (
    <LabFrame
      view={view}
      form={form}
      open={openOmniglot}
      owners={methods}
      wordsOf={wordsOf}
      title={(words) => words.omniglot.title}
      compare={<Methods />}
      after={{ characters: <Characters />, begin: <Origins /> }}
      below={below}
      strip={<Strip />}
      story={story}
      stamped={stamped}
    >
      <Stage />
    </LabFrame>
  );
}

/** A task and how often it is right over many; or Lake's test in their place. */
function Stage() {
  const test = useLabState((s) => s.view.test);
  if (test === 'lake') return <Late of={lake} given={{}} />;
  return (
    <>
      <EpisodePanel />
      <Low />
    </>
  );
}

/** What others answer in this episode stays out of sight while a person answers first. */
function Low() {
  const first = useLabState((s) => s.view.first === 'you');
  return (
    <div className={styles.low} data-first={first || undefined}>
      <AccuracyPanel />
      <EmbeddingPanel />
      <InTime of={training} given={{}} />
    </div>
  );
}

/** Those that are trained, in training. */
function Strip() {
  const trained = useMethods().filter(isTrained);
  const curves = trained.map((name) => ({ column: name, look: lookOf(name) }));
  return <Late of={spark} given={{ curves }} quiet />;
}

function Methods() {
  const lab = useLab();
  const words = useWords();
  const { settings } = words.frame;
  const { spec, running, origin } = useLabState(({ spec, running, origin }) => ({
    ...{ spec, running, origin },
  }));
  /** It stands beside trained ones, which is no fair comparison. */
  const begunUntrained = (name: MethodName) =>
    running.methods.includes(name) &&
    isTrained(name) &&
    origin[name] === undefined &&
    Object.keys(origin).length > 0;
  const started = useRunState((s) => s.iteration > 0);
  const diverged = useRunState((s) => s.remarks.filter((r) => r.code === 'diverged'));
  return (
    <Compare
      names={methodNames}
      chosen={spec.methods}
      label={useLabels()}
      onChange={(next) => lab.change('methods', next)}
      remark={(name) => {
        const remark = diverged.find((r) => r.subject === name);
        const late = started && spec.methods.includes(name) && !running.methods.includes(name);
        return (
          <>
            {remark === undefined ? null : (
              <Diverged iteration={remark.iteration} why={divergenceText(words, remark, running)} />
            )}
            {late ? <Note>{settings.pending}</Note> : null}
            {late || !begunUntrained(name) ? null : <Note>{words.files.trained.alone}</Note>}
          </>
        );
      }}
    />
  );
}

/** Why characters are not what the settings want, by code. */
const ungrantedWords = {
  'no-alphabets': 'noAlphabets',
  'few-alphabets': 'fewAlphabets',
} as const satisfies Record<Ungranted, string>;

const KEEPS_OWN: Phrase = ({ omniglot }) => omniglot.remarks.keepsOwn;

/** The characters in use, and the way to others. */
function Characters() {
  const lab = useLab();
  const words = useWords();
  const { remarks } = words.omniglot;
  const source = useLabState((s) => s.answers.episode?.source);
  const wanted = useLabState((s) => s.running.characters);
  const ungranted = useRunState((s) => s.remarks.find((r) => r.code in ungrantedWords));
  const moved = useRunState((s) => s.remarks.filter((r) => r.code === 'other-characters'));
  return (
    <CharactersPanel
      source={source}
      wanted={wanted}
      least={LEAST_CHARACTERS}
      onBrought={() => lab.change('characters', 'omniglot')}
      onChanged={(message) => takeCharacters(lab, message, KEEPS_OWN)}
    >
      {ungranted === undefined ? null : (
        <p className={text.hint} role="note">
          {remarks[ungrantedWords[ungranted.code as keyof typeof ungrantedWords]]}
        </p>
      )}
      {moved.map((remark) => (
        <p key={remark.iteration} className={text.hint} role="note">
          <b>{otherCharactersText(words, remark)}</b> {remarks.resetForThese}
        </p>
      ))}
    </CharactersPanel>
  );
}
