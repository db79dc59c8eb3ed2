/** Two runs, as answers. */
export {
  type AnswerChange,
  type AnswerKey,
  type AnswersComparison,
  answerKey,
  compareAnswers,
  type DifferenceErrors,
  pairedErrors,
} from "./answers.js";
