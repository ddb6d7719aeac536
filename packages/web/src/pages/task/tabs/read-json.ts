/** @returns null: it is no JSON, or nothing */
export function readJson(text: string): { readonly json: unknown } | null {
  try {
    return { json: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}
