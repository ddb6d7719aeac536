/** Runs statements. */
import { raise } from "../errors.ts";
import { itemsOf, iterateOrNull, typeName } from "../python/protocol.ts";
import { PyUndefined } from "../python/undefined.ts";
import type { PyValue } from "../python/value.ts";
import { applyFilter, callArguments, evaluate } from "./evaluate.ts";
import type { Frame } from "./frame.ts";
import { Loop } from "./loop.ts";
import { Macro } from "./macro.ts";
import { Namespace } from "./namespace.ts";
import type { Body, ForNode, MacroNode, Statement, Target } from "./nodes.ts";
import { Output } from "./output.ts";
import { Scope } from "./scope.ts";

export function execute(body: Body, frame: Frame): void {
  for (const statement of body) {
    frame.rt.spend(1);
    frame.rt.line = statement.line;
    run(statement, frame);
  }
}

/** Runs a body in a scope of its own and gives what it printed. */
export function capture(body: Body, frame: Frame, prepare: (scope: Scope) => void = () => {}): PyValue {
  const inner = { ...frame, scope: new Scope(frame.scope), output: new Output() };
  prepare(inner.scope);
  execute(body, inner);
  return frame.rt.captured(inner.output);
}

function run(node: Statement, frame: Frame): void {
  const { rt, scope, output } = frame;
  switch (node.kind) {
    case "text":
      return output.push(node.text);
    case "print":
      for (const value of node.values) rt.print(evaluate(value, scope, rt), output);
      return;
    case "do":
      evaluate(node.value, scope, rt);
      return;
    case "if": {
      const branch = node.branches.find(([test]) => rt.truth(evaluate(test, scope, rt)));
      return execute(branch === undefined ? node.otherwise : branch[1], frame);
    }
    case "for":
      return runFor(node, frame, { iterable: evaluate(node.iterable, scope, rt), depth: 0 });
    case "set":
      return assign(node.target, evaluate(node.value, scope, rt), frame);
    case "set-block": {
      const text = capture(node.body, frame);
      return assign(node.target, node.filter === null ? text : filtered(node.filter, text, frame), frame);
    }
    case "with":
      return runWith(node, frame);
    case "macro":
      return scope.set(node.name, macroOf(node, frame));
    case "call-block": {
      if (node.call.kind !== "call") return;
      const args = callArguments(node.call.args, scope, rt);
      const named = new Map([...args.named, ["caller", macroOf(node.macro, frame)] as const]);
      return rt.print(rt.call(evaluate(node.call.callee, scope, rt), { ...args, named }), output);
    }
    case "filter-block":
      return rt.print(filtered(node.filter, capture(node.body, frame), frame), output);
    case "autoescape":
      return runAutoescape(node, frame);
    default:
      return frame.templates.run(node, frame);
  }
}

/** A chain of filters around a text: the innermost has no value of its own. */
function filtered(node: Extract<Statement, { kind: "filter-block" }>["filter"], text: PyValue, frame: Frame): PyValue {
  const value = node.value === null || node.value.kind !== "filter" ? text : filtered(node.value, text, frame);
  return applyFilter(node, value, frame);
}

function runFor(node: ForNode, frame: Frame, pass: { readonly iterable: PyValue; readonly depth: number }): void {
  const { rt } = frame;
  const items = itemsOf(pass.iterable, rt).filter((item) => {
    if (node.test === null) return true;
    const scope = new Scope(frame.scope);
    scope.set(
      "loop",
      new PyUndefined("'loop' is undefined. The filter section of a loop has no access to the loop variable."),
    );
    assign(node.target, item, { ...frame, scope });
    return rt.truth(evaluate(node.test, scope, rt));
  });
  if (items.length === 0) return execute(node.otherwise, { ...frame, scope: new Scope(frame.scope) });
  const recurse = (iterable: PyValue) =>
    rt.nested(() => {
      const output = new Output();
      runFor(node, { ...frame, output }, { iterable, depth: pass.depth + 1 });
      return rt.captured(output);
    });
  const loop = new Loop(items, pass.depth, node.recursive ? recurse : null);
  for (let item = loop.next(); item !== undefined; item = loop.next()) {
    const scope = new Scope(frame.scope);
    scope.set("loop", loop);
    const inner = { ...frame, scope };
    assign(node.target, item, inner);
    execute(node.body, inner);
  }
}

function runWith(node: Extract<Statement, { kind: "with" }>, frame: Frame): void {
  const inner = { ...frame, scope: new Scope(frame.scope) };
  const values = node.pairs.map(([, value]) => evaluate(value, frame.scope, frame.rt));
  node.pairs.forEach(([target], index) => assign(target, values[index] as PyValue, inner));
  execute(node.body, inner);
}

function runAutoescape(node: Extract<Statement, { kind: "autoescape" }>, frame: Frame): void {
  const { rt } = frame;
  const before = rt.autoescape;
  rt.autoescape = rt.truth(evaluate(node.enabled, frame.scope, rt));
  try {
    execute(node.body, { ...frame, scope: new Scope(frame.scope) });
  } finally {
    rt.autoescape = before;
  }
}

function macroOf(node: MacroNode, frame: Frame): Macro {
  const { names, defaults } = node.parameters;
  const run = (bind: (scope: Scope) => readonly (PyValue | undefined)[]) =>
    frame.rt.nested(() =>
      capture(node.body, frame, (scope) => {
        bind(scope).forEach((value, index) => {
          const byDefault = defaults[index - names.length + defaults.length];
          const name = names[index] as string;
          if (value !== undefined) scope.set(name, value);
          else if (byDefault !== undefined) scope.set(name, evaluate(byDefault, scope, frame.rt));
          else scope.set(name, new PyUndefined(`parameter '${name}' was not provided`));
        });
      }),
    );
  return new Macro(node, run);
}

function assign(target: Target, value: PyValue, frame: Frame): void {
  if (target.kind === "name") return frame.scope.set(target.name, value);
  if (target.kind === "tuple") return unpack(target.items, value, frame);
  const namespace = frame.rt.resolve(target.name, frame.scope);
  if (!(namespace instanceof Namespace))
    raise("TemplateRuntimeError", "cannot assign attribute on non-namespace object");
  namespace.values.set(target.attribute, value, frame.rt);
}

function unpack(targets: readonly Target[], value: PyValue, frame: Frame): void {
  if (iterateOrNull(value, frame.rt) === null)
    raise("TypeError", `cannot unpack non-iterable ${typeName(value)} object`);
  const items = itemsOf(value, frame.rt);
  if (items.length > targets.length) raise("ValueError", `too many values to unpack (expected ${targets.length})`);
  if (items.length < targets.length) {
    raise("ValueError", `not enough values to unpack (expected ${targets.length}, got ${items.length})`);
  }
  targets.forEach((target, index) => assign(target, items[index] as PyValue, frame));
}
