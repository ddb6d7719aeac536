/** Parses expressions. The grammar and its oddities (`**` binds to the left, filters bind tighter than operators) are Jinja's. */
import type { BinaryOperator } from "../python/value.ts";
import type { CallNode, CompareOperator, Expression, Filter } from "./nodes.ts";
import { describeToken } from "./token.ts";
import type { TokenStream } from "./token-stream.ts";

const NO_CALL: CallNode = { positional: [], named: [], spread: null, namedSpread: null };

const CONSTANTS: ReadonlyMap<string, boolean | null> = new Map([
  ["true", true],
  ["True", true],
  ["false", false],
  ["False", false],
  ["none", null],
  ["None", null],
]);

export interface TupleOptions {
  /** Whether `a if b else c` may stand here. */
  readonly conditions?: boolean;
  /** A keyword that ends the tuple. */
  readonly endKeyword?: string;
  /** Whether nothing at all is the empty tuple. */
  readonly parentheses?: boolean;
}

export class ExpressionParser {
  readonly stream: TokenStream;

  constructor(stream: TokenStream) {
    this.stream = stream;
  }

  expression(conditions = true): Expression {
    return conditions ? this.#condition() : this.#or();
  }

  /** One expression, or several with commas between: a tuple. */
  tuple(options: TupleOptions = {}): Expression {
    const { conditions = true, endKeyword, parentheses = false } = options;
    const { line } = this.stream;
    const items: Expression[] = [];
    let isTuple = false;
    while (true) {
      if (items.length > 0) this.stream.expectOperator(",");
      if (this.#tupleEnds(endKeyword)) break;
      items.push(this.expression(conditions));
      if (!this.stream.isOperator(",")) break;
      isTuple = true;
    }
    if (isTuple) return { kind: "tuple", items, line };
    if (items[0] !== undefined) return items[0];
    if (parentheses) return { kind: "tuple", items, line };
    return this.stream.fail(`Expected an expression, got '${describeToken(this.stream.current)}'`);
  }

  #tupleEnds(endKeyword: string | undefined): boolean {
    if (this.stream.is("variable_end") || this.stream.is("block_end") || this.stream.isOperator(")")) return true;
    return endKeyword !== undefined && this.stream.isName(endKeyword);
  }

  #condition(): Expression {
    let { line } = this.stream;
    let then = this.#or();
    while (this.stream.skipName("if")) {
      const test = this.#or();
      const otherwise = this.stream.skipName("else") ? this.#condition() : null;
      then = { kind: "if", test, then, otherwise, line };
      line = this.stream.line;
    }
    return then;
  }

  #or(): Expression {
    let left = this.#and();
    while (this.stream.skipName("or")) left = { kind: "or", left, right: this.#and(), line: left.line };
    return left;
  }

  #and(): Expression {
    let left = this.#not();
    while (this.stream.skipName("and")) left = { kind: "and", left, right: this.#not(), line: left.line };
    return left;
  }

  #not(): Expression {
    const { line } = this.stream;
    return this.stream.skipName("not") ? { kind: "not", value: this.#not(), line } : this.#compare();
  }

  #compare(): Expression {
    const first = this.#sum();
    const rest: [CompareOperator, Expression][] = [];
    while (true) {
      const operator = this.#compareOperator();
      if (operator === undefined) break;
      rest.push([operator, this.#sum()]);
    }
    return rest.length === 0 ? first : { kind: "compare", first, rest, line: first.line };
  }

  #compareOperator(): CompareOperator | undefined {
    if (this.stream.isOperator("==", "!=", "<", "<=", ">", ">=")) return this.stream.next().value as CompareOperator;
    if (this.stream.skipName("in")) return "in";
    const next = this.stream.look();
    if (!this.stream.isName("not") || next.type !== "name" || next.value !== "in") return undefined;
    this.stream.next();
    this.stream.next();
    return "not in";
  }

  #sum(): Expression {
    return this.#binary(["+", "-"], () => this.#concat());
  }

  #concat(): Expression {
    const items = [this.#product()];
    while (this.stream.skipOperator("~")) items.push(this.#product());
    return items.length === 1
      ? (items[0] as Expression)
      : { kind: "concat", items, line: (items[0] as Expression).line };
  }

  #product(): Expression {
    return this.#binary(["*", "/", "//", "%"], () => this.#power());
  }

  #power(): Expression {
    return this.#binary(["**"], () => this.unary());
  }

  #binary(operators: readonly BinaryOperator[], operand: () => Expression): Expression {
    let left = operand();
    while (this.stream.isOperator(...operators)) {
      const operator = this.stream.next().value as BinaryOperator;
      left = { kind: "binary", operator, left, right: operand(), line: left.line };
    }
    return left;
  }

  unary(filters = true): Expression {
    const { line } = this.stream;
    let node: Expression;
    if (this.stream.skipOperator("-")) node = { kind: "negate", value: this.unary(false), line };
    else if (this.stream.skipOperator("+")) node = { kind: "positive", value: this.unary(false), line };
    else node = this.#primary();
    node = this.#postfix(node);
    return filters ? this.#filtersAndTests(node) : node;
  }

  #primary(): Expression {
    const token = this.stream.current;
    const { line } = token;
    switch (token.type) {
      case "name": {
        const name = this.stream.next().value as string;
        const constant = CONSTANTS.get(name);
        return constant === undefined ? { kind: "name", name, line } : { kind: "constant", value: constant, line };
      }
      case "string": {
        let value = "";
        while (this.stream.is("string")) value += this.stream.next().value as string;
        return { kind: "constant", value, line };
      }
      case "integer":
      case "float":
        return { kind: "constant", value: this.stream.next().value, line };
      default:
        return this.#bracketed(line);
    }
  }

  #bracketed(line: number): Expression {
    if (this.stream.skipOperator("(")) {
      const inner = this.tuple({ parentheses: true });
      this.stream.expectOperator(")");
      return inner;
    }
    if (this.stream.skipOperator("[")) return { kind: "list", items: this.#until("]", () => this.expression()), line };
    if (this.stream.skipOperator("{")) {
      const pairs = this.#until("}", () => {
        const key = this.expression();
        this.stream.expectOperator(":");
        return [key, this.expression()] as const;
      });
      return { kind: "dict", pairs, line };
    }
    return this.stream.fail(`unexpected '${describeToken(this.stream.current)}'`);
  }

  /** Items with commas between, up to a closing bracket; a comma may stand at the end. */
  #until<Item>(close: string, item: () => Item): Item[] {
    const items: Item[] = [];
    while (!this.stream.isOperator(close)) {
      if (items.length > 0) this.stream.expectOperator(",");
      if (this.stream.isOperator(close)) break;
      items.push(item());
    }
    this.stream.expectOperator(close);
    return items;
  }

  #postfix(start: Expression): Expression {
    let node = start;
    while (true) {
      if (this.stream.isOperator(".")) node = this.#dotted(node);
      else if (this.stream.isOperator("[")) node = this.#subscript(node);
      else if (this.stream.isOperator("(")) node = this.#call(node);
      else return node;
    }
  }

  #filtersAndTests(start: Expression): Expression {
    let node = start;
    while (true) {
      if (this.stream.isOperator("|")) node = this.filters(node);
      else if (this.stream.isName("is")) node = this.#test(node);
      else if (this.stream.isOperator("(")) node = this.#call(node);
      else return node;
    }
  }

  #dotted(target: Expression): Expression {
    const { line } = this.stream.next();
    const token = this.stream.next();
    if (token.type === "name") return { kind: "attribute", target, name: token.value as string, line };
    if (token.type !== "integer") return this.stream.fail("expected name or number", token.line);
    return { kind: "item", target, key: { kind: "constant", value: token.value, line }, line };
  }

  #subscript(target: Expression): Expression {
    const { line } = this.stream.next();
    const keys: Expression[] = [];
    while (!this.stream.isOperator("]")) {
      if (keys.length > 0) this.stream.expectOperator(",");
      keys.push(this.#subscribed());
    }
    this.stream.expectOperator("]");
    const key: Expression = keys.length === 1 ? (keys[0] as Expression) : { kind: "tuple", items: keys, line };
    return { kind: "item", target, key, line };
  }

  #subscribed(): Expression {
    const { line } = this.stream;
    const first = this.stream.isOperator(":") ? null : this.expression();
    if (first !== null && !this.stream.isOperator(":")) return first;
    this.stream.expectOperator(":");
    const part = () => (this.stream.isOperator("]", ",", ":") ? null : this.expression());
    const stop = part();
    const step = this.stream.skipOperator(":") ? part() : null;
    return { kind: "slice", parts: [first, stop, step], line };
  }

  #call(callee: Expression): Expression {
    const { line } = this.stream;
    return { kind: "call", callee, args: this.callArguments(), line };
  }

  /** `(a, b=1, *c, **d)`. */
  callArguments(): CallNode {
    const { line } = this.stream;
    this.stream.expectOperator("(");
    const call = {
      positional: [] as Expression[],
      named: [] as [string, Expression][],
      spread: null as Expression | null,
      namedSpread: null as Expression | null,
    };
    const ensure = (holds: boolean) => holds || this.stream.fail("invalid syntax for function call expression", line);
    let first = true;
    while (!this.stream.isOperator(")")) {
      if (!first) this.stream.expectOperator(",");
      if (this.stream.isOperator(")")) break;
      first = false;
      const next = this.stream.look();
      if (this.stream.skipOperator("*")) {
        ensure(call.spread === null && call.namedSpread === null);
        call.spread = this.expression();
      } else if (this.stream.skipOperator("**")) {
        ensure(call.namedSpread === null);
        call.namedSpread = this.expression();
      } else if (this.stream.is("name") && next.type === "operator" && next.value === "=") {
        ensure(call.namedSpread === null);
        const name = this.stream.expectName();
        this.stream.next();
        call.named.push([name, this.expression()]);
      } else {
        ensure(call.spread === null && call.namedSpread === null && call.named.length === 0);
        call.positional.push(this.expression());
      }
    }
    this.stream.expectOperator(")");
    return call;
  }

  /** `| name(args) | ...` after a value. */
  filters(value: Expression): Expression {
    let node = value;
    while (this.stream.skipOperator("|")) node = this.#filter(node);
    return node;
  }

  /** Filters without a value before them, as filter blocks have; `begun`: the first name stands without `|`. */
  blockFilters(begun: boolean): Filter | null {
    let node: Filter | null = begun ? this.#filter(null) : null;
    while (this.stream.skipOperator("|")) node = this.#filter(node);
    return node;
  }

  #filter(value: Expression | null): Filter {
    const { line } = this.stream;
    const name = this.#dottedName();
    const args = this.stream.isOperator("(") ? this.callArguments() : NO_CALL;
    return { kind: "filter", value, name, args, line };
  }

  #dottedName(): string {
    let name = this.stream.expectName();
    while (this.stream.skipOperator(".")) name += `.${this.stream.expectName()}`;
    return name;
  }

  #test(value: Expression): Expression {
    const { line } = this.stream.next();
    const negated = this.stream.skipName("not");
    const name = this.#dottedName();
    let args = NO_CALL;
    if (this.stream.isOperator("(")) args = this.callArguments();
    else if (this.#argumentFollows()) {
      if (this.stream.isName("is")) this.stream.fail("You cannot chain multiple tests with is");
      args = { ...NO_CALL, positional: [this.#postfix(this.#primary())] };
    }
    const test: Expression = { kind: "test", value, name, args, line };
    return negated ? { kind: "not", value: test, line } : test;
  }

  /** `is divisibleby 3`: an argument may stand without brackets. */
  #argumentFollows(): boolean {
    const { type } = this.stream.current;
    if (type === "name") return !this.stream.isName("else", "or", "and");
    return type === "string" || type === "integer" || type === "float" || this.stream.isOperator("(", "[", "{");
  }
}
