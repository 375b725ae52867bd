import { describe, expect, it } from 'vitest';
import { createSimdEngine } from '../../../compute/simd/engine';
import { proceduralGlyphs } from '../../../tasks/glyphs/procedural';
import { trainByRecipe } from './recipeRun';
import { recipeOf } from './recipes';

const glyphs = proceduralGlyphs();

const methods = ['metasgd', 'reptile', 'ravi', 'prototypical', 'matchingfce'] as const;
type Method = (typeof methods)[number];

/** A recipe of a few small meta-iterations. */
function small(method: Method) {
  const recipe = recipeOf(method, 1, 6);
  const spec = {
    ...recipe.spec,
    filters: 8,
    tasks: 2,
    metricWays: 5,
    metricQueries: 2,
    reptileSteps: 2,
  };
  return { ...recipe, spec };
}

/** Files that break off after a number of writings. */
class Files {
  readonly texts = new Map<string, string>();
  constructor(private left = Number.POSITIVE_INFINITY) {}
  read(name: string): string | null {
    return this.texts.get(name) ?? null;
  }
  write(name: string, text: string): void {
    this.texts.set(name, text);
    this.left -= 1;
    if (this.left === 0) throw new Error('interrupted');
  }
}

describe.each(methods)('training %s by its recipe', (method) => {
  const recipe = small(method);
  const run = async (unfinished?: Files) => {
    const reported: number[] = [];
    const options = {
      unfinished,
      onProgress: ({ done }: { done: number }) => reported.push(done),
    };
    return trainByRecipe(await createSimdEngine(), glyphs, recipe, options, 2);
  };

  it('goes on where it was interrupted, to the bit', async () => {
    const whole = await run();
    const files = new Files(2);
    await expect(run(files)).rejects.toThrow('interrupted');
    const kept = JSON.parse(files.texts.get(recipe.file)!);
    expect(kept.done).toBe(4);
    expect(await run(files)).toEqual(whole);
  });

  it('begins anew where what was kept is damaged or of other settings', async () => {
    const whole = await run();
    const files = new Files();
    files.texts.set(recipe.file, '{"format": "inner-loop unfinished few-shot 2", "done": 4}');
    expect(await run(files)).toEqual(whole);
    const kept = JSON.parse(files.texts.get(recipe.file)!);
    files.texts.set(recipe.file, JSON.stringify({ ...kept, settings: 'others' }));
    expect(await run(files)).toEqual(whole);
  });
});
