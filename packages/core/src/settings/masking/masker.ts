/**
 * Hides secrets in text: before it leaves the worker, and wherever values are shown to people.
 *
 * A secret is found as it is and in the forms that it commonly takes on its way into a log (`secret-forms.ts`), alone or
 * within a longer text. Values of fewer than four characters are not masked: hiding each "1" would hide the log.
 */
import { REDACTED } from "../sensitive-names.ts";
import { formsOf } from "./secret-forms.ts";
import { SecretSearch, SHORTEST } from "./secret-search.ts";

export interface Masker {
  mask(text: string): string;
  /** Secrets that became known later, such as the password of a connection that a task asked for. */
  add(values: readonly string[]): void;
  /** Length of the longest form in characters, 0 if there is none: how far a secret may reach over a cut. */
  readonly longest: number;
}

/** Values that came later and are remembered at most: tasks that make up new ones each time must not fill the memory. */
const MOST_LATER = 4_000;

/** A masker of these values and their forms; longer forms are replaced before shorter ones. */
export function createMasker(values: readonly string[] = []): Masker {
  return new SearchingMasker(values);
}

class SearchingMasker implements Masker {
  readonly #first: readonly string[];
  /** In the order in which they came. */
  #later = new Set<string>();
  #search = new SecretSearch();
  longest = 0;

  constructor(values: readonly string[]) {
    this.#first = values.flatMap(secretLines);
    this.#enter(this.#first);
  }

  mask(text: string): string {
    return this.#search.replace(text, REDACTED);
  }

  add(values: readonly string[]): void {
    const fresh = values.flatMap(secretLines).filter((value) => !this.#later.has(value));
    if (fresh.length === 0) return;
    for (const value of fresh) this.#later.add(value);
    if (this.#later.size > MOST_LATER) this.#forgetOldest();
    else this.#enter(fresh);
  }

  #enter(values: readonly string[]): void {
    const forms = values.flatMap(formsOf).filter((form) => form.length >= SHORTEST);
    if (forms.length === 0) return;
    for (const { length } of forms) this.longest = Math.max(this.longest, length);
    this.#search.add(forms);
  }

  /** The older half goes. */
  #forgetOldest(): void {
    this.#later = new Set([...this.#later].slice(-MOST_LATER / 2));
    this.#search = new SecretSearch();
    this.longest = 0;
    this.#enter([...this.#first, ...this.#later]);
  }
}

/** Logs are masked line by line, so each line of a key file is a secret of its own, besides the whole. */
function secretLines(value: string): string[] {
  const lines = value.includes("\n") ? [value, ...value.split(/\r?\n/)] : [value];
  return lines.filter((line) => line.trim().length >= SHORTEST);
}
