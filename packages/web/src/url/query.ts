/**
 * Parameters of the page's address as the REST API writes them: what has several values is named several times, so that the
 * address of a list is the query of a `curl`.
 */

type Values = { readonly [name: string]: unknown };

export function parseQuery(text: string): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const before = Object.hasOwn(values, name) ? values[name] : undefined;
    values[name] = before === undefined ? read(value) : [before, read(value)].flat();
  }
  return values;
}

/** @returns with its `?`; empty: there is none */
export function writeQuery(values: Values): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values))
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) query.append(name, write(one));
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

/** Numbers and switches are read as such, but only if they are written back the same way. */
function read(value: string): unknown {
  if (value === "true" || value === "false") return value === "true";
  return value !== "" && String(Number(value)) === value ? Number(value) : value;
}

function write(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
