/**
 * Hides secrets in text before it leaves the worker. Pure: no clock, no I/O.
 *
 * A secret is found as it is and in the forms that it commonly takes on its way into a log: URL-encoded, inside JSON,
 * and in base64 (alone or within a longer text, as in a Basic authorization header). Values of fewer than four
 * characters are not masked: hiding each "1" would hide the log.
 */
export interface Masker {
  mask(text: string): string;
  /** Secrets that became known later, such as the password of a connection that a task asked for. */
  add(values: readonly string[]): void;
  /** Length of the longest form in characters, 0 if there is none: how far a secret may reach over a cut. */
  readonly longest: number;
}

export const MASK = "***";

const SHORTEST_SECRET = 4;
/** Of a base64 core that stands anywhere in a text; shorter ones would match by chance. */
const SHORTEST_BASE64_CORE = 6;

/** A masker of these values and their forms; longer forms are replaced before shorter ones. */
export function createMasker(values: readonly string[] = []): Masker {
  const forms = new Set<string>();
  let pattern: RegExp | null = null;
  let longest = 0;
  const add = (more: readonly string[]): void => {
    const before = forms.size;
    for (const value of more.flatMap(secretLines)) for (const form of formsOf(value)) forms.add(form);
    if (forms.size === before) return;
    const ordered = [...forms].sort((a, b) => b.length - a.length);
    longest = ordered[0]?.length ?? 0;
    pattern = new RegExp(ordered.map(RegExp.escape).join("|"), "g");
  };
  add(values);
  return {
    mask: (text) => (pattern === null ? text : text.replace(pattern, MASK)),
    add,
    get longest() {
      return longest;
    },
  };
}

/** Logs are masked line by line, so each line of a key file is a secret of its own, besides the whole. */
function secretLines(value: string): string[] {
  const lines = value.includes("\n") ? [value, ...value.split(/\r?\n/)] : [value];
  return lines.filter((line) => line.trim().length >= SHORTEST_SECRET);
}

function formsOf(value: string): string[] {
  const url = encodeURIComponent(value.toWellFormed());
  const json = JSON.stringify(value).slice(1, -1);
  return [value, url, url.replaceAll("%20", "+"), json, ...base64Forms(value)];
}

/** Base64 depends on where in its group of three bytes the value begins: one core for each of the three places. */
function base64Forms(value: string): string[] {
  const bytes = Buffer.from(value, "utf8");
  const forms = [bytes.toString("base64"), bytes.toString("base64url")];
  for (let offset = 0; offset < 3; offset++) {
    const shifted = Buffer.concat([Buffer.alloc(offset), bytes]);
    // The characters that hold bits of neighbours at either end are not the value's own.
    const from = Math.ceil((offset * 4) / 3);
    const to = Math.floor((shifted.length * 4) / 3);
    for (const encoding of ["base64", "base64url"] as const) {
      const core = shifted.toString(encoding).slice(from, to);
      if (core.length >= SHORTEST_BASE64_CORE) forms.push(core);
    }
  }
  return forms.filter((form) => form.length >= SHORTEST_SECRET);
}
