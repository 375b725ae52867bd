import { beforeEach, describe, expect, it } from 'vitest';
import {
  addScene,
  changeScene,
  deleteScene,
  lectureStore,
  moveScene,
  replaceScenes,
  undoLoss,
} from './lecture';

const scene = (title: string) => ({ lab: 'regression' as const, address: '', title });
const titles = () => lectureStore.getState().scenes.map(({ scene }) => scene.title);

describe('the scenes of a lecture', () => {
  beforeEach(() => replaceScenes([]));

  it('come back when one was deleted', () => {
    addScene(scene('A'));
    const { id } = addScene(scene('B'));
    deleteScene(id);
    expect(titles()).toEqual(['A']);
    undoLoss();
    expect(titles()).toEqual(['A', 'B']);
  });

  it('keep what was done since one was deleted', () => {
    const first = addScene(scene('A'));
    const { id } = addScene(scene('B'));
    addScene(scene('C'));
    deleteScene(id);
    changeScene(first.id, { notes: 'say this' });
    undoLoss();
    expect(titles()).toEqual(['A', 'C']);
    expect(lectureStore.getState().scenes[0]!.scene.notes).toBe('say this');
    deleteScene(lectureStore.getState().scenes[1]!.id);
    addScene(scene('D'));
    moveScene(first.id, 1);
    undoLoss();
    expect(titles()).toEqual(['D', 'A']);
  });
});
