/** The question of a scene, of whatever kind, with what a person has said. */

import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { SharedState } from '../../labs/kit/context';
import type { Sight } from '../../labs/kit/story/story';
import { answerIn, answersStore, keepAnswer } from '../answers';
import type { Question } from '../lesson';
import type { SceneWords } from '../said';
import { ChooseOne } from './ChooseOne';
import { DrawCurve } from './DrawCurve';

interface AskedProps {
  readonly id: string;
  readonly question: Question<SharedState>;
  readonly words: SceneWords;
  readonly shown: boolean;
  readonly now: Sight<SharedState>;
}

export function Asked({ id, question, words, shown, now }: AskedProps): ReactNode {
  const said = useStore(answersStore, (s) => answerIn(s, id).said);
  const ask = words.ask ?? words.title;
  if (question.kind === 'choose') {
    return (
      <ChooseOne
        id={id}
        ask={ask}
        options={question.options.map((name) => ({ name, label: words.options?.[name] ?? name }))}
        chosen={typeof said === 'string' ? said : null}
        right={shown ? question.right(now) : null}
        onChoose={shown ? null : (name) => keepAnswer(id, { said: name })}
      />
    );
  }
  const fits = Array.isArray(said) && said.length === question.at.length;
  return (
    <DrawCurve
      ask={ask}
      at={question.at}
      top={question.top}
      drawn={fits ? said : null}
      right={shown ? question.right(now) : null}
      onDraw={shown ? null : (curve) => keepAnswer(id, { said: curve })}
    />
  );
}
