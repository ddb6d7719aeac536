/** Parses templates: text, `{{ }}` and the statements of `{% %}`. */
import { ExpressionParser } from "./expression-parser.ts";
import { tokenize } from "./lexer.ts";
import { namesUsed } from "./names-used.ts";
import type { BlockNode, Body, Expression, MacroNode, Parameters, Statement, Target, Template } from "./nodes.ts";
import { describeToken } from "./token.ts";
import { TokenStream } from "./token-stream.ts";

/** @throws TemplateError of kind `TemplateSyntaxError` or `TemplateAssertionError`, with the line. */
export function parseTemplate(source: string): Template {
  return new Parser(new TokenStream(tokenize(source))).template();
}

class Parser {
  readonly #stream: TokenStream;
  readonly #expressions: ExpressionParser;
  readonly #blocks = new Map<string, BlockNode>();

  constructor(stream: TokenStream) {
    this.#stream = stream;
    this.#expressions = new ExpressionParser(stream);
  }

  template(): Template {
    return { body: this.#bodyUntil([]), blocks: this.#blocks };
  }

  /** Statements up to a tag of one of the names, which stays current; at the top up to the end of the template. */
  #bodyUntil(ends: readonly string[]): Body {
    const body: Statement[] = [];
    while (!this.#stream.is("eof")) {
      const { line } = this.#stream;
      if (this.#stream.is("data")) body.push({ kind: "text", text: this.#stream.next().value as string, line });
      else if (this.#stream.is("variable_begin")) {
        this.#stream.next();
        body.push({ kind: "print", values: [this.#expressions.tuple()], line });
        this.#stream.expect("variable_end");
      } else {
        this.#stream.next();
        if (this.#stream.isName(...ends)) return body;
        body.push(this.#statement(ends));
        this.#stream.expect("block_end");
      }
    }
    if (ends.length === 0) return body;
    return this.#stream.fail(
      `Unexpected end of template. Jinja was looking for the following tags: '${ends.join("' or '")}'.`,
    );
  }

  /** The body of the current tag, with its end tag taken; gives the name of that end tag. */
  #body(ends: readonly string[]): readonly [Body, string] {
    this.#stream.skipOperator(":");
    this.#stream.expect("block_end");
    const body = this.#bodyUntil(ends);
    return [body, this.#stream.expectName()];
  }

  #bodyOf(end: string): Body {
    return this.#body([end])[0];
  }

  #statement(ends: readonly string[]): Statement {
    const token = this.#stream.current;
    if (token.type !== "name") return this.#stream.fail("tag name expected");
    const parse = STATEMENTS.get(token.value as string);
    if (parse !== undefined) {
      this.#stream.next();
      return parse(this, token.line);
    }
    const looking = ends.length === 0 ? "" : ` Jinja was looking for the following tags: '${ends.join("' or '")}'.`;
    return this.#stream.fail(`Encountered unknown tag '${describeToken(token)}'.${looking}`);
  }

  if(line: number): Statement {
    const branches: [Expression, Body][] = [];
    while (true) {
      const test = this.#expressions.tuple({ conditions: false });
      const [body, end] = this.#body(["elif", "else", "endif"]);
      branches.push([test, body]);
      if (end === "elif") continue;
      return { kind: "if", branches, otherwise: end === "else" ? this.#bodyOf("endif") : [], line };
    }
  }

  for(line: number): Statement {
    const target = this.#target({ endKeyword: "in" });
    this.#stream.expectKeyword("in");
    const iterable = this.#expressions.tuple({ conditions: false, endKeyword: "recursive" });
    const test = this.#stream.skipName("if") ? this.#expressions.expression() : null;
    const recursive = this.#stream.skipName("recursive");
    const [body, end] = this.#body(["endfor", "else"]);
    const otherwise = end === "else" ? this.#bodyOf("endfor") : [];
    const node = { kind: "for", target, iterable, test, recursive, body, otherwise, line } as const;
    if (!assigns(target, "loop") && !body.some((statement) => setsLoop(statement))) return node;
    return this.#stream.fail(
      "Can't assign to special loop variable in for-loop target",
      line,
      "TemplateAssertionError",
    );
  }

  set(line: number): Statement {
    const target = this.#target({ namespaces: true });
    if (this.#stream.skipOperator("=")) return { kind: "set", target, value: this.#expressions.tuple(), line };
    const filter = this.#expressions.blockFilters(false);
    return { kind: "set-block", target, filter, body: this.#bodyOf("endset"), line };
  }

  with(line: number): Statement {
    const pairs: [Target, Expression][] = [];
    while (!this.#stream.is("block_end")) {
      if (pairs.length > 0) this.#stream.expectOperator(",");
      const target = this.#target({});
      this.#stream.expectOperator("=");
      pairs.push([target, this.#expressions.expression()]);
    }
    return { kind: "with", pairs, body: this.#bodyOf("endwith"), line };
  }

  macro(line: number): Statement {
    const name = this.#newName();
    const parameters = this.#parameters();
    return { ...this.#macroOf(name, parameters, "endmacro"), line };
  }

  call(line: number): Statement {
    const parameters = this.#stream.isOperator("(") ? this.#parameters() : { names: [], defaults: [] };
    const call = this.#expressions.expression();
    if (call.kind !== "call") this.#stream.fail("expected call", line);
    return { kind: "call-block", call, macro: this.#macroOf("caller", parameters, "endcall"), line };
  }

  #macroOf(name: string, parameters: Parameters, end: string): MacroNode {
    const body = this.#bodyOf(end);
    return { kind: "macro", name, parameters, body, uses: namesUsed(body, ["caller", "varargs", "kwargs"]) };
  }

  filter(line: number): Statement {
    const filter = this.#expressions.blockFilters(true);
    return {
      kind: "filter-block",
      filter: filter as NonNullable<typeof filter>,
      body: this.#bodyOf("endfilter"),
      line,
    };
  }

  autoescape(line: number): Statement {
    const enabled = this.#expressions.expression();
    return { kind: "autoescape", enabled, body: this.#bodyOf("endautoescape"), line };
  }

  print(line: number): Statement {
    const values: Expression[] = [];
    while (!this.#stream.is("block_end")) {
      if (values.length > 0) this.#stream.expectOperator(",");
      values.push(this.#expressions.expression());
    }
    return { kind: "print", values, line };
  }

  do(line: number): Statement {
    return { kind: "do", value: this.#expressions.tuple(), line };
  }

  block(line: number): Statement {
    const name = this.#stream.expectName();
    const scoped = this.#stream.skipName("scoped");
    const required = this.#stream.skipName("required");
    if (this.#stream.isOperator("-"))
      this.#stream.fail("Block names may not contain hyphens, use an underscore instead.");
    if (this.#blocks.has(name)) this.#stream.fail(`block '${name}' defined twice`, line, "TemplateAssertionError");
    const node: { -readonly [Key in keyof BlockNode]: BlockNode[Key] } = {
      kind: "block",
      name,
      scoped,
      required,
      body: [],
      line,
    };
    this.#blocks.set(name, node);
    node.body = this.#bodyOf("endblock");
    if (required && !node.body.every((part) => part.kind === "text" && part.text.trim() === "")) {
      this.#stream.fail("Required blocks can only contain comments or whitespace");
    }
    this.#stream.skipName(name);
    return node;
  }

  extends(line: number): Statement {
    return { kind: "extends", template: this.#expressions.expression(), line };
  }

  include(line: number): Statement {
    const template = this.#expressions.expression();
    const next = this.#stream.look();
    const ignoreMissing = this.#stream.isName("ignore") && next.type === "name" && next.value === "missing";
    if (ignoreMissing) this.#skip(2);
    return { kind: "include", template, ignoreMissing, withContext: this.#context(true), line };
  }

  import(line: number): Statement {
    const template = this.#expressions.expression();
    this.#stream.expectKeyword("as");
    return { kind: "import", template, target: this.#newName(), withContext: this.#context(false), line };
  }

  from(line: number): Statement {
    const template = this.#expressions.expression();
    this.#stream.expectKeyword("import");
    const names: [string, string][] = [];
    let withContext: boolean | null = null;
    do {
      withContext = this.#contextOrNull();
      if (withContext !== null) break;
      const name = this.#newName();
      if (name.startsWith("_"))
        this.#stream.fail("names starting with an underline can not be imported", line, "TemplateAssertionError");
      names.push([name, this.#stream.skipName("as") ? this.#newName() : name]);
      withContext = this.#contextOrNull();
    } while (withContext === null && this.#stream.skipOperator(","));
    return { kind: "from-import", template, names, withContext: withContext ?? false, line };
  }

  #context(byDefault: boolean): boolean {
    return this.#contextOrNull() ?? byDefault;
  }

  #contextOrNull(): boolean | null {
    const next = this.#stream.look();
    if (!this.#stream.isName("with", "without") || next.type !== "name" || next.value !== "context") return null;
    const withContext = this.#stream.current.value === "with";
    this.#skip(2);
    return withContext;
  }

  #skip(count: number): void {
    for (let i = 0; i < count; i++) this.#stream.next();
  }

  #parameters(): Parameters {
    const names: string[] = [];
    const defaults: Expression[] = [];
    this.#stream.expectOperator("(");
    while (!this.#stream.isOperator(")")) {
      if (names.length > 0) this.#stream.expectOperator(",");
      names.push(this.#newName());
      if (this.#stream.skipOperator("=")) defaults.push(this.#expressions.expression());
      else if (defaults.length > 0) this.#stream.fail("non-default argument follows default argument");
    }
    this.#stream.expectOperator(")");
    return { names, defaults };
  }

  #newName(): string {
    const { line } = this.#stream;
    return checkedName(this.#stream.expectName(), (name) => this.#stream.fail(`can't assign to '${name}'`, line));
  }

  /** Names, tuples of names, and with `namespaces` also `ns.name`. */
  #target(options: { readonly endKeyword?: string; readonly namespaces?: boolean }): Target {
    const { line } = this.#stream;
    const items: Target[] = [];
    let isTuple = false;
    do {
      if (
        isTuple &&
        (this.#stream.isOperator("=", ")") || this.#stream.is("block_end") || this.#endsAt(options.endKeyword))
      )
        break;
      items.push(this.#singleTarget(options));
      if (!this.#stream.isOperator(",")) break;
      isTuple = true;
    } while (this.#stream.skipOperator(","));
    return isTuple ? { kind: "tuple", items, line } : (items[0] as Target);
  }

  #endsAt(keyword: string | undefined): boolean {
    return keyword !== undefined && this.#stream.isName(keyword);
  }

  #singleTarget(options: { readonly namespaces?: boolean }): Target {
    const { line } = this.#stream;
    if (this.#stream.skipOperator("(")) {
      const inner = this.#target(options);
      this.#stream.expectOperator(")");
      return inner;
    }
    if (this.#stream.is("eof") || this.#stream.is("block_end")) {
      return this.#stream.fail(`Expected an expression, got '${describeToken(this.#stream.current)}'`);
    }
    if (!this.#stream.is("name")) return this.#stream.fail(`can't assign to '${describeToken(this.#stream.current)}'`);
    const name = this.#newName();
    if (options.namespaces !== true || !this.#stream.skipOperator(".")) return { kind: "name", name, line };
    return { kind: "namespace", name, attribute: this.#stream.expectName(), line };
  }
}

function checkedName(name: string, refuse: (name: string) => never): string {
  return ["true", "false", "none", "True", "False", "None"].includes(name) ? refuse(name) : name;
}

function assigns(target: Target, name: string): boolean {
  if (target.kind === "tuple") return target.items.some((item) => assigns(item, name));
  return target.kind === "name" && target.name === name;
}

function setsLoop(statement: Statement): boolean {
  return (statement.kind === "set" || statement.kind === "set-block") && assigns(statement.target, "loop");
}

type StatementParser = (parser: Parser, line: number) => Statement;

const STATEMENTS: ReadonlyMap<string, StatementParser> = new Map<string, StatementParser>(
  (
    [
      "if",
      "for",
      "set",
      "with",
      "macro",
      "call",
      "filter",
      "autoescape",
      "print",
      "do",
      "block",
      "extends",
      "include",
      "import",
      "from",
    ] as const
  ).map((name) => [name, (parser, line) => parser[name](line)]),
);
