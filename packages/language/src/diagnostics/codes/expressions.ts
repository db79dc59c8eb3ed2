import type { CatalogueEntries } from "../entry.js";

export const expressionCodes = {} as const satisfies CatalogueEntries;
