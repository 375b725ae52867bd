/** All lessons, in an order that a person chooses: each with its question, and where it was left. */

import { useState } from 'react';
import { useStore } from 'zustand';
import type { LessonName } from '../labs/kit/story/lessonNames';
import { Select } from '../ui/controls/Select';
import { Text, useWords } from '../ui/Say';
import { say } from '../words/format';
import { answersStore, forgetAnswers } from './answers';
import styles from './lessons.module.css';
import { labOf, type PlaylistName, playlists } from './registry';
import { sceneHash } from './sceneAddress';

const names = Object.keys(playlists) as PlaylistName[];

export function LessonsPage() {
  const { lessons } = useWords();
  const [order, setOrder] = useState<PlaylistName>('start');
  const all: readonly LessonName[] = [...new Set([...playlists[order], ...playlists.cs420])];
  return (
    <div className={styles.page}>
      <h2>{lessons.title}</h2>
      <p className={styles.lead}>
        <Text of={lessons.lead} />
      </p>
      <div className={styles.order}>
        <Select
          label={lessons.order}
          options={names.map((name) => ({ value: name, label: lessons.playlists[name].title }))}
          value={order}
          onChange={(name) => setOrder(name as PlaylistName)}
        />
        <p>{lessons.playlists[order].text}</p>
        <p className={styles.elsewhere}>
          <a href="#/map">{lessons.map}</a>
          <a href="#/lecture">{lessons.lecture}</a>
        </p>
      </div>
      <ol className={styles.list}>
        {all.map((name) => (
          <li key={name}>
            <Entry name={name} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function Entry({ name }: { readonly name: LessonName }) {
  const { lessons } = useWords();
  const { title, about, scenes } = lessons.all[name];
  const place = useStore(answersStore, (s) => s.places[name]);
  const all = Object.keys(scenes);
  const of = all.length;
  const at = place === undefined ? 1 : Math.min(place, of);
  const begun = at > 1;
  const hash = (place: number) => sceneHash(labOf(name, all[place - 1]!), name, place);
  return (
    <>
      <h3>{title}</h3>
      <p>{about}</p>
      <p className={styles.into}>
        <a href={hash(at)}>{begun ? say(lessons.goOn, { at, of }) : lessons.begin}</a>
        {begun ? (
          <a href={hash(1)} onClick={() => forgetAnswers(name)}>
            {lessons.anew}
          </a>
        ) : null}
      </p>
    </>
  );
}
