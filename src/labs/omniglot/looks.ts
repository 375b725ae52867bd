import { type Look, lookOf } from '../../ui/palette';
import { type MethodName, trainedNames } from './spec';

/** A method's colour and dash pattern, the same in every chart; what learns nothing beforehand is grey. */
export const looks = {
  ...Object.fromEntries(trainedNames.map((name, index) => [name, lookOf(index)])),
  random: { color: 'var(--soft)', dash: '7 3' },
  pixels: { color: 'var(--soft)', dash: '2 2.5' },
} as Readonly<Record<MethodName, Look>>;
