/**
 * What can go wrong in a template. `kind` is the name of the class that Jinja, Python or Airflow would raise
 * (`UndefinedError`, `TemplateSyntaxError`, `ZeroDivisionError`, ...), so that callers compare kinds, never prose.
 *
 * Three kinds are Momiji's own: `OutOfFuel` (the template did too much work), `NotSupported` (a form of Airflow's that
 * Momiji does not carry) and `TemplateNotFound` when there is no loader at all.
 */
export class TemplateError extends Error {
  override readonly name = "TemplateError";
  readonly kind: string;
  /** The sentence without kind and line, in the words of Jinja or Python. */
  readonly detail: string;
  #line: number | undefined;

  constructor(kind: string, detail: string, line?: number) {
    super(`${kind}: ${detail}`);
    this.kind = kind;
    this.detail = detail;
    if (line !== undefined) this.atLine(line);
  }

  /** Line of the template, from 1; absent if the template never got that far. */
  get line(): number | undefined {
    return this.#line;
  }

  /** Notes the line once: the innermost statement knows best. */
  atLine(line: number): this {
    if (this.#line === undefined) {
      this.#line = line;
      this.message = `${this.kind}: ${this.detail} (line ${line} of the template)`;
    }
    return this;
  }
}

/** Throws a `TemplateError`; an expression, so that it can stand where a value is expected. */
export function raise(kind: string, detail: string): never {
  throw new TemplateError(kind, detail);
}

const LOOKUP_KINDS: ReadonlySet<string> = new Set(["TypeError", "LookupError", "IndexError", "KeyError"]);

/** Whether Jinja's subscription goes on after this error: Python's TypeError and LookupError. */
export function isLookupFailure(error: unknown): boolean {
  return error instanceof TemplateError && LOOKUP_KINDS.has(error.kind);
}

/** Whether the error has one of the kinds. */
export function isKind(error: unknown, ...kinds: readonly string[]): error is TemplateError {
  return error instanceof TemplateError && kinds.includes(error.kind);
}
