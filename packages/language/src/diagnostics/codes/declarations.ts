import type { CatalogueEntries } from "../entry.js";

export const declarationCodes = {} as const satisfies CatalogueEntries;
