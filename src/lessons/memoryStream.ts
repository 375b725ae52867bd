/** A memory that reads a stream: what must be kept, how it is found again, and what happens when what is told is wrong. */

import type { Sight } from '../labs/kit/story/story';
import { courseText } from '../labs/memory/course';
import { courseOf, type MemoryLab, type State } from '../labs/memory/lab';
import type { ReaderName } from '../labs/memory/methods';
import type { InstancesAnswer, StreamAnswer } from '../labs/memory/questions';
import { labelText, saidAt } from '../labs/memory/said';
import { firstInstanceCeiling } from '../tasks/streams';
import { say, sayNumber, sayPercent } from '../words/format';
import { percentText } from './episodes';
import { type Drag, type LessonScene, lessonOf } from './lesson';

type StreamScene = LessonScene<MemoryLab, State>;
type Now = Sight<State>;

/** One that remembers; and beside it those that keep all, pack all together, or keep nothing. */
const alone = 'preset=memory-trained&readers=mann&reader=mann';
const settings = 'preset=memory-trained&readers=mann,kv,lstm,feedforward&reader=mann';

/** Streams over which a share is known to a few per cent. */
const ENOUGH = 200;

/** Accuracies of now on the course in sight; null while they are not measured on enough streams. */
function measured({ lab }: Now): InstancesAnswer | null {
  const { instances } = lab.answers;
  if (instances === null || instances.done < ENOUGH) return null;
  const { ways, testLength } = lab.running;
  const isHere = instances.characters === ways && instances.length === testLength;
  return isHere && courseText(instances.course) === courseText(courseOf(lab)) ? instances : null;
}

/** How often a reader is right at a sighting, from 1. */
const rightAt = (now: Now, name: ReaderName, sighting: number): number | null =>
  measured(now)?.byInstance[name]?.mean[sighting - 1] ?? null;

/** The nearest of the shares on offer. */
const shares = { p20: 0.2, p50: 0.5, p95: 0.95 } as const;
const nearest = (share: number | null) =>
  share === null
    ? null
    : (Object.keys(shares) as (keyof typeof shares)[]).reduce((a, b) =>
        Math.abs(shares[b] - share) < Math.abs(shares[a] - share) ? b : a,
      );

/** Told once, it is right three times in four: far above guessing. */
const remembers = (now: Now): boolean | null => {
  const second = rightAt(now, 'mann', 2);
  return second === null ? null : second > 0.75;
};

const bind: StreamScene = {
  name: 'bind',
  address: alone,
  hides: ['heldOut', 'score'],
  withholds: ['heldOut'],
  question: {
    kind: 'choose',
    options: Object.keys(shares),
    right: (now) => nearest(rightAt(now, 'mann', 2)),
  },
  claim: remembers,
  seen({ lessons }, now) {
    const [answer, second] = [measured(now), rightAt(now, 'mann', 2)];
    if (answer === null || second === null) return null;
    const { remembers: does, forgets } = lessons.all['memory-stream'].seen;
    return say(remembers(now) === true ? does : forgets, {
      ...{ second: percentText(second), streams: sayNumber(answer.done) },
      chance: sayPercent(1 / answer.characters),
    });
  },
};

/** The most that can be right at first sightings, in per cent. */
const ceilingOf = (characters: number): Drag<unknown> => ({
  kind: 'drag',
  coordinates: 1,
  plot: async () => (await import('./questions/OnALine')).OnALine,
  right: () => [100 * firstInstanceCeiling(characters)],
});

/** Better than a blind guess, and by no more than leaving out labels can do. */
const leavesOut = (now: Now): boolean | null => {
  const found = measured(now)?.byInstance.mann;
  if (found === undefined) return null;
  const { ways } = now.lab.running;
  const [first, by] = [found.mean[0]!, found.ci95[0]!];
  return first > 1 / ways && first - by <= firstInstanceCeiling(ways);
};

const first: StreamScene = {
  name: 'first',
  address: alone,
  hides: ['heldOut', 'score'],
  question: ceilingOf(5),
  claim: leavesOut,
  seen({ lessons }, now) {
    const right = rightAt(now, 'mann', 1);
    if (right === null) return null;
    const { leavesOut: does, guesses } = lessons.all['memory-stream'].seen;
    return say(leavesOut(now) === true ? does : guesses, {
      ceiling: percentText(firstInstanceCeiling(now.lab.running.ways)),
      first: percentText(right),
    });
  },
};

/** Of a drawing at which characters have come back, the line that writes: next it is addressed, weighed and read. */
const inside: StreamScene = {
  name: 'inside',
  address: `${alone}&microscope=open&line=205`,
  below: true,
};

const three = ['feedforward', 'lstm', 'mann'] as const;

/** How often each of the three is right at a sighting; null while one of them is not measured. */
function allAt(now: Now, sighting: number): Record<(typeof three)[number], number> | null {
  const all = three.map((name) => rightAt(now, name, sighting));
  if (all.includes(null)) return null;
  return Object.fromEntries(three.map((name, i) => [name, all[i]])) as never;
}

/** Who keeps items apart is before who packs them together, and who keeps nothing comes last. */
const inOrder =
  (sighting: number) =>
  (now: Now): boolean | null => {
    const all = allAt(now, sighting);
    return all === null ? null : all.mann > all.lstm && all.lstm > all.feedforward;
  };

const ordered = (sighting: number) =>
  ({
    kind: 'rank',
    options: three,
    right(now: Now) {
      const all = allAt(now, sighting);
      return all === null ? null : [...three].sort((a, b) => all[b] - all[a]);
    },
  }) as const;

const percentsOf = (all: NonNullable<ReturnType<typeof allAt>>) =>
  Object.fromEntries(three.map((name) => [name, percentText(all[name])])) as Record<
    (typeof three)[number],
    string
  >;

const who: StreamScene = {
  name: 'who',
  address: settings,
  hides: ['heldOut', 'score'],
  question: ordered(2),
  claim: inOrder(2),
  seen({ lessons }, now) {
    const all = allAt(now, 2);
    if (all === null) return null;
    const { needs, ties } = lessons.all['memory-stream'].seen;
    return say(inOrder(2)(now) === true ? needs : ties, percentsOf(all));
  },
};

/** From here on another character has been there. */
const EARLIEST = 1;

/**
 * A character's first drawing, a label to tell in the place of its own that nobody has yet, and where it comes back: of the
 * one that comes back soonest; null if none does.
 */
export function lieIn({ shown, characters }: Pick<StreamAnswer, 'shown' | 'characters'>) {
  const lies = shown.flatMap(({ character, instance, label }, at) => {
    if (at < EARLIEST || instance > 1) return [];
    const taken = new Set(shown.slice(0, at + 1).map((one) => one.label));
    const told = Array.from({ length: characters }, (_, way) => way).find((way) => !taken.has(way));
    const back = shown.findIndex((one, i) => i > at && one.character === character);
    return told === undefined || back < 0 ? [] : [{ at, back, label, told }];
  });
  return lies.toSorted((a, b) => a.back - a.at - (b.back - b.at))[0] ?? null;
}

/** What MANN says of the character when it comes back, once it was told wrongly; null before. */
function believed({ lab }: Now) {
  const { stream } = lab.answers;
  const lie = stream === null ? null : lieIn(stream);
  const reading = stream?.readings.mann;
  if (stream === null || lie === null || reading === undefined) return null;
  if (!stream.edits.some(({ at, told }) => at === lie.at && told === lie.told)) return null;
  const said = saidAt(reading, stream, lie.back);
  return said === null ? null : { ...lie, ...{ said: said.label, sure: said.confidence } };
}

const believes = (now: Now): boolean | null => {
  const found = believed(now);
  return found === null ? null : found.said === found.told;
};

/** Tells the lie as soon as the stream is there, and goes to where its character comes back. */
function tellLie(lab: MemoryLab): void {
  const told = (): boolean => {
    const { stream } = lab.store.getState().answers;
    if (stream === null) return false;
    const lie = lieIn(stream);
    if (lie === null) return true;
    lab.tell({ at: lie.at, told: lie.told }, lie.label);
    lab.see({ step: lie.back });
    return true;
  };
  if (told()) return;
  const end = lab.store.subscribe(() => {
    if (lab.store.getState().answers.stream === null) return;
    end();
    told();
  });
}

const wrongly: StreamScene = {
  name: 'wrongly',
  address: `${settings}&stream=1`,
  question: {
    kind: 'choose',
    options: ['label', 'told', 'other'],
    right(now) {
      const found = believed(now);
      if (found === null) return null;
      return found.said === found.told ? 'told' : found.said === found.label ? 'label' : 'other';
    },
  },
  reveal: tellLie,
  claim: believes,
  seen({ lessons }, now) {
    const found = believed(now);
    if (found === null) return null;
    const { believes: does, doubts } = lessons.all['memory-stream'].seen;
    return say(believes(now) === true ? does : doubts, {
      ...{ at: found.at + 1, back: found.back + 1, told: labelText(found.told) },
      ...{ label: labelText(found.label), said: labelText(found.said) },
      sure: sayPercent(found.sure),
    });
  },
};

const twoLabels: StreamScene = {
  name: 'twoLabels',
  address: settings,
  again: 'first',
  question: ceilingOf(2),
  seen: ({ lessons }) =>
    say(lessons.all['memory-stream'].seen.twoLabels, {
      ceiling: percentText(firstInstanceCeiling(2)),
      five: percentText(firstInstanceCeiling(5)),
    }),
};

/** The place at which labels move: in the midst of a stream. */
const MOVES = 25;

/** How often MANN says the new label and the old one, at a sighting since labels moved; null while that is not measured. */
function sidesAt(now: Now, sighting: number) {
  const [fresh, old] = [
    rightAt(now, 'mann', sighting),
    measured(now)?.old.mann?.mean[sighting - 1] ?? null,
  ];
  return fresh === null || old === null ? null : { fresh, old };
}

/** Told the new label once, it still says the old one: that was told more often. */
const holds = (now: Now): boolean | null => {
  const second = sidesAt(now, 2);
  return second === null ? null : second.old > second.fresh;
};

const moved: StreamScene = {
  name: 'moved',
  address: `${settings}&shuffle=${MOVES}`,
  hides: ['heldOut', 'score'],
  question: {
    kind: 'choose',
    options: ['fresh', 'old', 'neither'],
    right(now) {
      const second = sidesAt(now, 2);
      if (second === null) return null;
      const { fresh, old } = second;
      if (Math.max(fresh, old) < 0.5) return 'neither';
      return fresh > old ? 'fresh' : 'old';
    },
  },
  claim: holds,
  seen({ lessons }, now) {
    const [second, sixth] = [sidesAt(now, 2), sidesAt(now, 6)];
    if (second === null || sixth === null) return null;
    const { outvoted, follows } = lessons.all['memory-stream'].seen;
    return say(holds(now) === true ? outvoted : follows, {
      ...{ fresh: sayPercent(second.fresh), old: sayPercent(second.old) },
      ...{ freshLater: sayPercent(sixth.fresh), oldLater: sayPercent(sixth.old) },
    });
  },
};

const later: StreamScene = {
  name: 'later',
  address: settings,
  hides: ['heldOut', 'score'],
  again: 'who',
  question: ordered(10),
  claim: inOrder(10),
  seen({ lessons }, now) {
    const all = allAt(now, 10);
    if (all === null) return null;
    const { short, near } = lessons.all['memory-stream'].seen;
    return say(inOrder(10)(now) === true ? short : near, percentsOf(all));
  },
};

export const memoryStream = lessonOf(
  ...[bind, first, inside, who],
  ...[wrongly, twoLabels, moved, later],
);
