/** The parsed form of a template. */
import type { BinaryOperator, PyValue } from "../python/value.ts";

interface Located {
  /** Of the template, from 1. */
  readonly line: number;
}

export interface CallNode {
  readonly positional: readonly Expression[];
  readonly named: readonly (readonly [name: string, value: Expression])[];
  /** `*args`. */
  readonly spread: Expression | null;
  /** `**kwargs`. */
  readonly namedSpread: Expression | null;
}

export type CompareOperator = "==" | "!=" | "<" | "<=" | ">" | ">=" | "in" | "not in";

export type Expression = Located &
  (
    | { readonly kind: "constant"; readonly value: PyValue }
    | { readonly kind: "name"; readonly name: string }
    | { readonly kind: "list" | "tuple" | "concat"; readonly items: readonly Expression[] }
    | { readonly kind: "dict"; readonly pairs: readonly (readonly [key: Expression, value: Expression])[] }
    | { readonly kind: "attribute"; readonly target: Expression; readonly name: string }
    | { readonly kind: "item"; readonly target: Expression; readonly key: Expression }
    | { readonly kind: "slice"; readonly parts: readonly [Expression | null, Expression | null, Expression | null] }
    | { readonly kind: "call"; readonly callee: Expression; readonly args: CallNode }
    /** Null: the body of a filter block or of a block assignment. */
    | { readonly kind: "filter"; readonly value: Expression | null; readonly name: string; readonly args: CallNode }
    | { readonly kind: "test"; readonly value: Expression; readonly name: string; readonly args: CallNode }
    | {
        readonly kind: "binary";
        readonly operator: BinaryOperator;
        readonly left: Expression;
        readonly right: Expression;
      }
    | { readonly kind: "and" | "or"; readonly left: Expression; readonly right: Expression }
    | { readonly kind: "not" | "negate" | "positive"; readonly value: Expression }
    | {
        readonly kind: "compare";
        readonly first: Expression;
        readonly rest: readonly (readonly [operator: CompareOperator, value: Expression])[];
      }
    | {
        readonly kind: "if";
        readonly test: Expression;
        readonly then: Expression;
        readonly otherwise: Expression | null;
      }
  );

export type Filter = Extract<Expression, { kind: "filter" }>;

/** What can stand left of `=`. */
export type Target = Located &
  (
    | { readonly kind: "name"; readonly name: string }
    | { readonly kind: "namespace"; readonly name: string; readonly attribute: string }
    | { readonly kind: "tuple"; readonly items: readonly Target[] }
  );

export interface Parameters {
  readonly names: readonly string[];
  /** Of the last parameters. */
  readonly defaults: readonly Expression[];
}

export interface ForNode {
  readonly kind: "for";
  readonly target: Target;
  readonly iterable: Expression;
  readonly test: Expression | null;
  readonly recursive: boolean;
  readonly body: Body;
  readonly otherwise: Body;
}

export interface MacroNode {
  readonly kind: "macro";
  readonly name: string;
  readonly parameters: Parameters;
  readonly body: Body;
  /** Which of `caller`, `varargs` and `kwargs` the body speaks of. */
  readonly uses: ReadonlySet<string>;
}

export type Statement = Located &
  (
    | { readonly kind: "text"; readonly text: string }
    | { readonly kind: "print"; readonly values: readonly Expression[] }
    | { readonly kind: "do"; readonly value: Expression }
    | {
        readonly kind: "if";
        readonly branches: readonly (readonly [test: Expression, body: Body])[];
        readonly otherwise: Body;
      }
    | ForNode
    | { readonly kind: "set"; readonly target: Target; readonly value: Expression }
    | { readonly kind: "set-block"; readonly target: Target; readonly filter: Filter | null; readonly body: Body }
    | { readonly kind: "with"; readonly pairs: readonly (readonly [Target, Expression])[]; readonly body: Body }
    | MacroNode
    | { readonly kind: "call-block"; readonly call: Expression; readonly macro: MacroNode }
    | { readonly kind: "filter-block"; readonly filter: Filter; readonly body: Body }
    | { readonly kind: "autoescape"; readonly enabled: Expression; readonly body: Body }
    | {
        readonly kind: "block";
        readonly name: string;
        readonly scoped: boolean;
        readonly required: boolean;
        readonly body: Body;
      }
    | { readonly kind: "extends"; readonly template: Expression }
    | {
        readonly kind: "include";
        readonly template: Expression;
        readonly ignoreMissing: boolean;
        readonly withContext: boolean;
      }
    | { readonly kind: "import"; readonly template: Expression; readonly target: string; readonly withContext: boolean }
    | {
        readonly kind: "from-import";
        readonly template: Expression;
        readonly names: readonly (readonly [name: string, alias: string])[];
        readonly withContext: boolean;
      }
  );

export type Body = readonly Statement[];

export type BlockNode = Extract<Statement, { kind: "block" }>;

/** A whole template. */
export interface Template {
  readonly body: Body;
  readonly blocks: ReadonlyMap<string, BlockNode>;
}
