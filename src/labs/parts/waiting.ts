/** What a curve of training says before it has points, by what the run begins with. */
export const waiting = {
  scratch: 'Nothing is trained yet: press Train.',
  checkpoint: 'Trained beforehand. Press Train to go on from there.',
} as const;
