/** One rendering: its budget, its clock, its names, and the way back from values to the language. */
import { raise } from "../errors.ts";
import { isTrue, strOf, typeName } from "../python/protocol.ts";
import { PyMarkup } from "../python/markup.ts";
import { PyUndefined } from "../python/undefined.ts";
import { type CallArguments, PyObject, type PyValue, type Runtime, type TemplateStyle } from "../python/value.ts";
import { nativeConcat } from "./native.ts";
import type { Template } from "./nodes.ts";
import type { Output } from "./output.ts";
import { sandboxedAttribute, sandboxedItem } from "./sandbox.ts";
import type { Scope } from "./scope.ts";

export type FilterFunction = (value: PyValue, args: CallArguments, rt: Runtime) => PyValue;
export type TestFunction = (value: PyValue, args: CallArguments, rt: Runtime) => boolean;

/** What the language needs from outside. */
export interface RenderingOptions {
  readonly style: TemplateStyle;
  /** Gives what the template evaluates to, as the Python object, instead of text. */
  readonly native: boolean;
  /** Steps that may be taken. */
  readonly fuel: number;
  /** A name of the context. */
  readonly context: (name: string, rt: Runtime) => PyValue | undefined;
  /** A name that templates without context know too. */
  readonly globals: (name: string, rt: Runtime) => PyValue | undefined;
  readonly filters: (name: string) => FilterFunction | undefined;
  readonly tests: (name: string) => TestFunction | undefined;
  readonly now: (() => number) | undefined;
  readonly random: (() => number) | undefined;
  /** Other templates, for `include`, `import` and `extends`; throws `TemplateNotFound`. */
  readonly load: (name: string) => Template;
}

/** Macros and recursive loops may nest this deep, about as deep as Python lets Jinja go. */
const MOST_DEPTH = 190;

export class Rendering implements Runtime {
  readonly style: TemplateStyle;
  readonly options: RenderingOptions;
  /** The line of the expression that is being evaluated. */
  line = 1;
  autoescape = false;
  #fuel: number;
  #depth = 0;
  readonly #known = new Map<string, PyValue | undefined>();

  constructor(options: RenderingOptions) {
    this.options = options;
    this.style = options.style;
    this.#fuel = options.fuel;
  }

  spend(steps: number): void {
    this.#fuel -= steps;
    if (this.#fuel < 0) raise("OutOfFuel", `the template took more than ${this.options.fuel} steps; it may never end`);
  }

  /** Runs something that may call itself. */
  nested<Result>(run: () => Result): Result {
    if (this.#depth >= MOST_DEPTH) raise("RecursionError", "maximum recursion depth exceeded");
    this.#depth += 1;
    try {
      return run();
    } finally {
      this.#depth -= 1;
    }
  }

  now(): number {
    return this.options.now?.() ?? raise("NotSupported", "the template asks for the present, but was given no clock");
  }

  random(): number {
    return (
      this.options.random?.() ??
      raise("NotSupported", "the template asks for randomness, but was given no source of it")
    );
  }

  /** The value of a name, or Jinja's undefined. */
  resolve(name: string, scope: Scope): PyValue {
    const found = scope.get(name);
    if (found !== undefined) return found;
    const outer = scope.isolated ? this.options.globals(name, this) : this.#outer(name);
    return outer === undefined ? new PyUndefined(`'${name}' is undefined`) : outer;
  }

  #outer(name: string): PyValue | undefined {
    if (!this.#known.has(name)) {
      const value = this.options.context(name, this);
      this.#known.set(name, value === undefined ? this.options.globals(name, this) : value);
    }
    return this.#known.get(name);
  }

  attribute(target: PyValue, name: string): PyValue {
    this.spend(1);
    return sandboxedAttribute(target, name, this);
  }

  item(target: PyValue, key: PyValue): PyValue {
    this.spend(1);
    return sandboxedItem(target, key, this);
  }

  call(callee: PyValue, args: CallArguments): PyValue {
    this.spend(1);
    return callee instanceof PyObject
      ? callee.call(args, this)
      : raise("TypeError", `'${typeName(callee)}' object is not callable`);
  }

  knows(what: "filter" | "test", name: string): boolean {
    return (what === "filter" ? this.options.filters(name) : this.options.tests(name)) !== undefined;
  }

  filter(name: string, value: PyValue, args: CallArguments): PyValue {
    this.spend(1);
    const filter = this.options.filters(name) ?? raise("TemplateRuntimeError", `No filter named '${name}' found.`);
    return filter(value, args, this);
  }

  test(name: string, value: PyValue, args: CallArguments): boolean {
    this.spend(1);
    const test = this.options.tests(name) ?? raise("TemplateRuntimeError", `No test named '${name}' found.`);
    return test(value, args, this);
  }

  /** Prints a value. */
  print(value: PyValue, output: Output): void {
    if (this.options.native) return output.push(value);
    const text = this.autoescape ? PyMarkup.escape(value, this).text : strOf(value, this);
    this.spend(1 + (text.length >> 8));
    output.push(text);
  }

  /** What was printed, as one value. */
  finish(output: Output): PyValue {
    if (this.options.native) return nativeConcat(output.chunks, this);
    return output.chunks.map((chunk) => strOf(chunk, this)).join("");
  }

  /** What a macro or a block printed, as a value. */
  captured(output: Output): PyValue {
    const value = this.finish(output);
    return this.autoescape && typeof value === "string" ? new PyMarkup(value) : value;
  }

  truth(value: PyValue): boolean {
    return isTrue(value, this);
  }
}
