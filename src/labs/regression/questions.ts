/** What the page of the regression lab asks its worker, and what it is told. */

import { question } from '../kit/questions';
import type { AdaptAnswer, AdaptQuestion } from './adaptation/question';
import type { PointsAnswer, PointsQuestion } from './bayes/question';
import type { GatesAnswer, GatesQuestion } from './gates/question';
import type { EvaluateAnswer, EvaluateQuestion } from './heldOut/question';
import type { ImplicitAnswer, ImplicitQuestion } from './implicit/question';
import type { LimitAnswer, LimitQuestion } from './limit/question';
import type { FadedAnswer, FadedQuestion } from './microscope/fadedQuestion';
import type { TraceAnswer, TraceQuestion } from './microscope/question';
import type { RatesAnswer, RatesQuestion } from './rates/question';
import type { PaceAnswer, PaceQuestion } from './training/paceQuestion';

export const questions = {
  adapt: question<AdaptQuestion, AdaptAnswer>(),
  evaluate: question<EvaluateQuestion, EvaluateAnswer>(),
  pace: question<PaceQuestion, PaceAnswer>(),
  faded: question<FadedQuestion, FadedAnswer>(),
  trace: question<TraceQuestion, TraceAnswer>(),
  gates: question<GatesQuestion, GatesAnswer>(),
  implicit: question<ImplicitQuestion, ImplicitAnswer>(),
  rates: question<RatesQuestion, RatesAnswer>(),
  points: question<PointsQuestion, PointsAnswer>(),
  limit: question<LimitQuestion, LimitAnswer>(),
};
export type RegressionQuestions = typeof questions;
