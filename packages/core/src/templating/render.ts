/**
 * Renders Jinja templates with Airflow's context and macros, as Airflow 3 does: sandboxed, undefined names are errors.
 * Pure: the present and randomness come in through the options, variables and connections through the context.
 *
 * This is the entry `@momiji/core/templating`. Import it dynamically, with the first template: it loads a hundred files.
 */
import type { Json } from "../json.ts";
import { fromJson, toJson, toTaggedJson } from "./airflow/json-values.ts";
import { contextName } from "./airflow/run-names.ts";
import type { TemplateContext } from "./context.ts";
import { raise, TemplateError } from "./errors.ts";
import { BUILTIN_FILTERS } from "./filters/builtin.ts";
import { BUILTIN_TESTS } from "./filters/tests.ts";
import { globalName } from "./jinja/globals.ts";
import { normalizeNewlines } from "./jinja/lexer.ts";
import { hasTags } from "./jinja/tags.ts";
import { type FilterFunction, Rendering, type RenderingOptions } from "./jinja/rendering.ts";
import { Scope } from "./jinja/scope.ts";
import { parsed, type ParsedTemplate } from "./jinja/template-cache.ts";
import { renderRoot } from "./jinja/templates.ts";
import { readLiteral } from "./jinja/python-literal.ts";
import { PyFunction } from "./python/function.ts";
import { typeName } from "./python/protocol.ts";
import { PyUndefined } from "./python/undefined.ts";
import type { PyValue, Runtime, TemplateStyle } from "./python/value.ts";
import "./time/pendulum-methods.ts";

export type * from "./context.ts";
export { TemplateError } from "./errors.ts";
export { type References, referencedVariables } from "./references.ts";

export interface RenderOptions {
  /** How values print: `json` in TypeScript DAGs, `python` in Airflow DAG files. */
  readonly style: TemplateStyle;
  /** `render_template_as_native_obj`: the result is what the template evaluates to. */
  readonly native?: boolean;
  /** Steps that a template may take; default 2,000,000, about a second of work. */
  readonly fuel?: number;
  /** Microseconds since 1970 UTC, for templates that ask for the present. */
  readonly now?: () => number;
  /** In [0, 1). */
  readonly random?: () => number;
  /** The text of another template, for `include`, `import` and `extends`; null if there is none of that name. */
  readonly load?: (name: string) => string | null;
}

const FUEL = 2_000_000;

/**
 * The rendered text; with `native` the value, as JSON.
 * @throws TemplateError whose `kind` is the class of Jinja's, Python's or Airflow's error.
 */
export function renderTemplate(template: string, context: TemplateContext, options: RenderOptions): Json {
  if (options.native !== true && !hasTags(template)) return normalizeNewlines(template);
  const { value, runtime } = renderValue(template, context, options);
  return toJson(value, runtime);
}

/** Renders every text in a value: items of lists and values of objects, never keys. */
export function renderFields(value: Json, context: TemplateContext, options: RenderOptions): Json {
  if (typeof value === "string") return renderTemplate(value, context, options);
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => renderFields(item, context, options));
  const pairs = Object.entries(value).map(([key, item]) => [key, renderFields(item, context, options)] as const);
  return Object.fromEntries(pairs);
}

/** A rendered value with its Python type; what JSON lacks is tagged: `{"<tuple>": [...]}`, `{"<datetime>": iso}`. */
export interface TypedValue {
  /** `str`, `int`, `NoneType`, `DateTime`, ... */
  readonly type: string;
  readonly value: Json;
}

/** Like `renderTemplate`, for readers that know Python's types. */
export function renderTyped(template: string, context: TemplateContext, options: RenderOptions): TypedValue {
  const { value, runtime } = renderValue(template, context, options);
  return { type: typeName(value), value: toTaggedJson(value, runtime) };
}

function renderValue(
  template: string,
  context: TemplateContext,
  options: RenderOptions,
): { readonly value: PyValue; readonly runtime: Runtime } {
  const rendering = new Rendering(renderingOptions(context, options));
  try {
    if (options.native === true && !hasTags(template))
      return { value: literalOrText(normalizeNewlines(template), rendering), runtime: rendering };
    const value = renderRoot(checked(template, rendering), rendering, new Scope(null));
    return { value: value instanceof PyUndefined ? value.fail() : value, runtime: rendering };
  } catch (error) {
    throw asTemplateError(error).atLine(rendering.line);
  }
}

function literalOrText(text: string, rendering: Rendering): PyValue {
  if (text === "") return null;
  try {
    return readLiteral(text, rendering);
  } catch {
    return text;
  }
}

/** Parses a template and refuses filters and tests that do not exist. */
function checked(source: string, rendering: Rendering): ParsedTemplate {
  const template = parsed(source);
  for (const { what, name, line } of template.uses) {
    if (!rendering.knows(what, name))
      throw new TemplateError("TemplateAssertionError", `No ${what} named '${name}'.`, line);
  }
  return template;
}

function asTemplateError(error: unknown): TemplateError {
  if (error instanceof TemplateError) return error;
  if (!(error instanceof RangeError)) throw error;
  const tooDeep = error.message.includes("call stack");
  return new TemplateError(
    tooDeep ? "RecursionError" : "OutOfFuel",
    tooDeep ? "maximum recursion depth exceeded" : error.message,
  );
}

function renderingOptions(context: TemplateContext, options: RenderOptions): RenderingOptions {
  return {
    style: options.style,
    native: options.native ?? false,
    fuel: options.fuel ?? FUEL,
    now: options.now,
    random: options.random,
    context: (name, rt) => contextName(context, name, rt),
    globals: (name) => {
      const macro = userMacro(context, name);
      return macro === undefined ? globalName(name) : macro;
    },
    filters: (name) => userFilter(context, name) ?? BUILTIN_FILTERS.get(name),
    tests: (name) => BUILTIN_TESTS.get(name),
    load: (name) => {
      const source = options.load?.(name) ?? null;
      if (source === null)
        throw new TemplateError(
          "TemplateNotFound",
          `${name}: templates are found by name only if the DAG has a template folder`,
        );
      return parsed(source);
    },
  };
}

function userMacro(context: TemplateContext, name: string): PyValue | undefined {
  if (context.macros === undefined || !Object.hasOwn(context.macros, name)) return undefined;
  const macro = context.macros[name];
  if (typeof macro !== "function") return macro === undefined ? undefined : fromJson(macro);
  return new PyFunction(name, ({ positional }, rt) => {
    if (positional.length < macro.length)
      raise("TypeError", `${name}() wants ${macro.length} arguments, got ${positional.length}`);
    return fromJson(macro(...positional.map((value) => toJson(value, rt))));
  });
}

function userFilter(context: TemplateContext, name: string): FilterFunction | undefined {
  if (context.filters === undefined || !Object.hasOwn(context.filters, name)) return undefined;
  const filter = context.filters[name];
  if (filter === undefined) return undefined;
  return (value, { positional }, rt) =>
    fromJson(filter(toJson(value, rt), ...positional.map((argument) => toJson(argument, rt))));
}
