/** What the page of the Omniglot lab asks its worker, and what it is told. */

import { question } from '../kit/questions';
import type { DrawAnswer, DrawQuestion, GivenAnswer, GivenQuestion } from './draw/question';
import type { EpisodeAnswer, EpisodeQuestion } from './episode/question';
import type { AccuracyAnswer, AccuracyQuestion } from './methods/accuracyQuestion';
import type { TraceAnswer, TraceQuestion } from './microscope/question';

export const questions = {
  episode: question<EpisodeQuestion, EpisodeAnswer>(),
  draw: question<DrawQuestion, DrawAnswer>(),
  given: question<GivenQuestion, GivenAnswer>(),
  accuracy: question<AccuracyQuestion, AccuracyAnswer>(),
  trace: question<TraceQuestion, TraceAnswer>(),
};
export type OmniglotQuestions = typeof questions;
