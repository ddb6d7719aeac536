/** Computes expressions. */
import { isKind, raise } from "../errors.ts";
import { PyDict } from "../python/dict.ts";
import { PyList } from "../python/list.ts";
import { PyMarkup } from "../python/markup.ts";
import { binary, itemOf, negate, positive } from "../python/operators.ts";
import { contains, equal, itemsOf, type Operands, ordered, strOf } from "../python/protocol.ts";
import { PyTuple } from "../python/sequence.ts";
import { PySlice } from "../python/slice.ts";
import { LenientUndefined } from "../python/undefined.ts";
import { type CallArguments, NO_ARGUMENTS, type PyValue, stringOf } from "../python/value.ts";
import type { CallNode, CompareOperator, Expression, Filter } from "./nodes.ts";
import type { Rendering } from "./rendering.ts";
import type { Scope } from "./scope.ts";

/** The value of an expression where `scope` has its names. */
export function evaluate(node: Expression, scope: Scope, rt: Rendering): PyValue {
  rt.spend(1);
  rt.line = node.line;
  switch (node.kind) {
    case "constant":
      return node.value;
    case "name":
      return rt.resolve(node.name, scope);
    case "attribute":
      return rt.attribute(evaluate(node.target, scope, rt), node.name);
    case "item":
      return subscript(node, scope, rt);
    case "call":
      return rt.call(evaluate(node.callee, scope, rt), callArguments(node.args, scope, rt));
    case "filter":
      return applyFilter(node, node.value === null ? null : evaluate(node.value, scope, rt), { scope, rt });
    case "test":
      return applyTest(node, scope, rt);
    case "and": {
      const left = evaluate(node.left, scope, rt);
      return rt.truth(left) ? evaluate(node.right, scope, rt) : left;
    }
    case "or": {
      const left = evaluate(node.left, scope, rt);
      return rt.truth(left) ? left : evaluate(node.right, scope, rt);
    }
    case "not":
      return !rt.truth(evaluate(node.value, scope, rt));
    case "negate":
      return negate(evaluate(node.value, scope, rt), rt);
    case "positive":
      return positive(evaluate(node.value, scope, rt), rt);
    case "binary":
      return binary(node.operator, [evaluate(node.left, scope, rt), evaluate(node.right, scope, rt)], rt);
    case "compare":
      return compare(node, scope, rt);
    case "if":
      return conditional(node, scope, rt);
    default:
      return collection(node, scope, rt);
  }
}

type OfKind<Kind extends Expression["kind"]> = Extract<Expression, { kind: Kind }>;

function collection(
  node: OfKind<"list" | "tuple" | "concat" | "dict" | "slice">,
  scope: Scope,
  rt: Rendering,
): PyValue {
  const all = (items: readonly Expression[]) => items.map((item) => evaluate(item, scope, rt));
  switch (node.kind) {
    case "list":
      return new PyList(all(node.items));
    case "tuple":
      return new PyTuple(all(node.items));
    case "concat":
      return concatenated(all(node.items), rt);
    case "dict":
      return PyDict.of(
        node.pairs.map(([key, value]) => [evaluate(key, scope, rt), evaluate(value, scope, rt)]),
        rt,
      );
    case "slice": {
      const [start = null, stop = null, step = null] = node.parts.map((part) =>
        part === null ? null : evaluate(part, scope, rt),
      );
      return new PySlice(start, stop, step);
    }
  }
}

function concatenated(values: readonly PyValue[], rt: Rendering): PyValue {
  if (rt.autoescape && values.some((value) => value instanceof PyMarkup)) {
    return new PyMarkup(values.map((value) => PyMarkup.escape(value, rt).text).join(""));
  }
  const text = values.map((value) => strOf(value, rt)).join("");
  rt.spend(text.length >> 8);
  return text;
}

function subscript(node: OfKind<"item">, scope: Scope, rt: Rendering): PyValue {
  const target = evaluate(node.target, scope, rt);
  const key = evaluate(node.key, scope, rt);
  return node.key.kind === "slice" ? itemOf(target, key, rt) : rt.item(target, key);
}

function compare(node: OfKind<"compare">, scope: Scope, rt: Rendering): boolean {
  let left = evaluate(node.first, scope, rt);
  for (const [operator, operand] of node.rest) {
    const right = evaluate(operand, scope, rt);
    if (!comparison(operator, [left, right], rt)) return false;
    left = right;
  }
  return true;
}

function comparison(operator: CompareOperator, operands: Operands, rt: Rendering): boolean {
  const [left, right] = operands;
  switch (operator) {
    case "==":
      return equal(left, right, rt);
    case "!=":
      return !equal(left, right, rt);
    case "in":
      return contains(right, left, rt);
    case "not in":
      return !contains(right, left, rt);
    default:
      return ordered(operator, operands, rt);
  }
}

function conditional(node: OfKind<"if">, scope: Scope, rt: Rendering): PyValue {
  if (rt.truth(evaluate(node.test, scope, rt))) return evaluate(node.then, scope, rt);
  if (node.otherwise !== null) return evaluate(node.otherwise, scope, rt);
  return new LenientUndefined("the inline if-expression evaluated to false and no else section was defined.");
}

/** A filter's result for a value that is known already. */
export function applyFilter(
  node: Filter,
  value: PyValue,
  place: { readonly scope: Scope; readonly rt: Rendering },
): PyValue {
  const { scope, rt } = place;
  const args = callArguments(node.args, scope, rt);
  rt.line = node.line;
  return rt.filter(node.name, value, args);
}

function applyTest(node: OfKind<"test">, scope: Scope, rt: Rendering): boolean {
  const value = evaluate(node.value, scope, rt);
  return rt.test(node.name, value, callArguments(node.args, scope, rt));
}

/** The arguments of a call, with `*` and `**` spread. */
export function callArguments(node: CallNode, scope: Scope, rt: Rendering): CallArguments {
  if (node.positional.length === 0 && node.named.length === 0 && node.spread === null && node.namedSpread === null)
    return NO_ARGUMENTS;
  const positional = node.positional.map((argument) => evaluate(argument, scope, rt));
  const named = new Map(node.named.map(([name, argument]) => [name, evaluate(argument, scope, rt)]));
  if (node.spread !== null) positional.push(...itemsOf(evaluate(node.spread, scope, rt), rt));
  if (node.namedSpread !== null) spreadNamed(evaluate(node.namedSpread, scope, rt), named);
  return { positional, named };
}

function spreadNamed(value: PyValue, named: Map<string, PyValue>): void {
  const dict = value instanceof PyDict ? value : raise("TypeError", "argument after ** must be a mapping");
  for (const [key, argument] of dict.entries()) {
    const name = stringOf(key) ?? raise("TypeError", "keywords must be strings");
    if (named.has(name)) raise("TypeError", `got multiple values for keyword argument '${name}'`);
    named.set(name, argument);
  }
}

/** Whether the error is one that `include ... ignore missing` forgives. */
export function isMissingTemplate(error: unknown): boolean {
  return isKind(error, "TemplateNotFound", "TemplatesNotFound");
}
