/** What of the sources has been used. Pure functions of texts and checked models. */
export {
  type Counts,
  type Coverage,
  type CoverageProblem,
  type CoveredSentence,
  coverageOf,
  type SentenceStatus,
  type SourceCoverage,
} from "./coverage.js";
export { type Sentence, sentencesOf } from "./sentences.js";
