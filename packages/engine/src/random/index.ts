/** Random draws as pure functions of (seed, stream, site, step, run). */

export { fillNormal, fillNormalPair, normalAt } from "./normal.js";
export { philox4x32, ROUNDS } from "./philox.js";
export { angleSite, siteOf } from "./site.js";
export { type DrawKey, fillUniform, RUN_BLOCK, uniformAt } from "./uniform.js";
