/** Two versions of a model, as texts. */
export { changedDeclarations, type DeclarationChange } from "./declarations.js";
