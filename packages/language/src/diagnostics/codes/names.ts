import type { CatalogueEntries } from "../entry.js";

export const nameCodes = {} as const satisfies CatalogueEntries;
