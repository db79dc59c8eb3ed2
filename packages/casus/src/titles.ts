import { catalogue } from "@casus/language";

/** What a diagnostic's code stands for, in a few words; null for a code that this version does not know. */
export function titleOf(code: string): string | null {
  const entries: Readonly<Record<string, { readonly title: string }>> = catalogue;
  return Object.hasOwn(entries, code) ? (entries[code]?.title ?? null) : null;
}
