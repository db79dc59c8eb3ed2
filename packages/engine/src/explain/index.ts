/** What was understood of a name. */
export { explain, explainableNames } from "./explain.js";
export type * from "./explanation.js";
export { type Measured, measure } from "./measure.js";
export type { Subject } from "./subject.js";
