/** The engine: a checked model in, answers out. Pure: no files, no clock, no randomness but the seed's. */
export type * from "./answers.js";
export * from "./compare/index.js";
export { type Description, describe } from "./distributions/index.js";
export { wordFor } from "./evidence/index.js";
export * from "./explain/index.js";
export { printProgram } from "./ir/print.js";
export type { Program } from "./ir/program.js";
export { verify } from "./ir/verify.js";
export { lowerWorld, noRecord } from "./lower/world.js";
export { type RunOptions, type RunResult, runModel } from "./run.js";
