/** The question of a scene, of whatever kind, with what a person has said. */

import { type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import type { SharedState } from '../../labs/kit/context';
import type { Sight } from '../../labs/kit/story/story';
import { answerIn, answersStore, keepAnswer, type Outcome, sketchAnswer } from '../answers';
import type { Question } from '../lesson';
import type { SceneWords } from '../said';
import { ChooseOne } from './ChooseOne';
import { DragPlace } from './DragPlace';
import { DrawCurve } from './DrawCurve';
import { RankNames } from './RankNames';
import { namesOf, numbersOf, ranksOf } from './readings';
import { useSettling } from './useSettling';

interface AskedProps {
  readonly id: string;
  readonly question: Question<SharedState>;
  readonly words: SceneWords;
  readonly shown: boolean;
  readonly now: Sight<SharedState>;
}

export function Asked({ id, question, words, shown, now }: AskedProps): ReactNode {
  const said = useStore(answersStore, (s) => answerIn(s, id).said);
  useSettling();
  // While it trains on, it is not what was told.
  useKept(id, shown && !now.training ? question.right(now) : null);
  const ask = words.ask ?? words.title;
  const keep = (said: Outcome) => keepAnswer(id, { said });
  switch (question.kind) {
    case 'choose':
      return (
        <ChooseOne
          id={id}
          ask={ask}
          options={namesOf(question.options, words)}
          chosen={typeof said === 'string' ? said : null}
          right={shown ? question.right(now) : null}
          onChoose={shown ? null : keep}
        />
      );
    case 'rank':
      return (
        <RankNames
          ask={ask}
          options={namesOf(question.options, words)}
          ranked={ranksOf(said, question.options)}
          right={shown ? question.right(now) : null}
          onRank={shown ? null : keep}
        />
      );
    case 'draw':
      return (
        <DrawCurve
          ask={ask}
          at={question.at}
          top={question.top}
          drawn={numbersOf(said, question.at.length)}
          right={shown ? question.right(now) : null}
          onDraw={shown ? null : (curve) => sketchAnswer(id, curve)}
        />
      );
    case 'drag':
      return (
        <DragPlace
          ask={ask}
          plot={question.plot}
          place={numbersOf(said, question.coordinates)}
          best={shown ? question.right(now) : null}
          onPlace={shown ? null : (place) => sketchAnswer(id, [...place])}
        />
      );
    default:
      return question satisfies never;
  }
}

/** What it was is kept beside what was said: another scene may ask again. */
function useKept(id: string, right: string | readonly (string | number)[] | null): void {
  const text = JSON.stringify(right);
  useEffect(() => {
    const was: Outcome = JSON.parse(text);
    const before = answerIn(answersStore.getState(), id).was;
    if (was !== null && JSON.stringify(before) !== text) keepAnswer(id, { was });
  }, [id, text]);
}
