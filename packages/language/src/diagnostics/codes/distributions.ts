import type { CatalogueEntries } from "../entry.js";

export const distributionCodes = {} as const satisfies CatalogueEntries;
