/** What comes with an event, as it was typed. */

/** Null: it is no JSON object. */
export function readExtra(text: string): { readonly [name: string]: unknown } | null {
  if (text.trim() === "") return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as { readonly [name: string]: unknown })
      : null;
  } catch {
    return null;
  }
}
