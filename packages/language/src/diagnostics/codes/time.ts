import type { CatalogueEntries } from "../entry.js";

export const timeCodes = {} as const satisfies CatalogueEntries;
