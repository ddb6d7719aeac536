/** Blocks, and templates that extend, include or import others. */
import { raise } from "../errors.ts";
import { itemsOf, strOf } from "../python/protocol.ts";
import { PyUndefined } from "../python/undefined.ts";
import { PyObject, type PyValue, stringOf } from "../python/value.ts";
import { evaluate, isMissingTemplate } from "./evaluate.ts";
import { capture, execute } from "./execute.ts";
import type { Frame, TemplateStatement } from "./frame.ts";
import { TemplateModule } from "./namespace.ts";
import type { BlockNode, Expression, Template } from "./nodes.ts";
import { Output } from "./output.ts";
import type { Rendering } from "./rendering.ts";
import { Scope } from "./scope.ts";

/** Renders a template from its top; the scope is left as the template set it. */
export function renderRoot(template: Template, rt: Rendering, scope: Scope): PyValue {
  const output = new Output();
  new TemplateRun(scope).render(template, { rt, scope, output });
  return rt.finish(output);
}

/** A template and those that it extends. */
class TemplateRun {
  readonly #root: Scope;
  /** Of each block the definitions, the most derived first. */
  readonly #definitions = new Map<string, BlockNode[]>();
  #parent: Template | null = null;

  constructor(root: Scope) {
    this.#root = root;
  }

  render(template: Template, place: Omit<Frame, "templates">): void {
    const frame: Frame = { ...place, templates: this };
    this.#define(template);
    if (template.blocks.size > 0) this.#root.set("self", new SelfReference((name) => this.#reference(name, frame)));
    execute(template.body, frame);
    while (this.#parent !== null) {
      const parent = this.#parent;
      this.#parent = null;
      place.output.muted = false;
      this.#define(parent);
      execute(parent.body, frame);
    }
  }

  #define(template: Template): void {
    for (const [name, block] of template.blocks)
      this.#definitions.set(name, [...(this.#definitions.get(name) ?? []), block]);
  }

  run(node: TemplateStatement, frame: Frame): void {
    switch (node.kind) {
      case "block":
        if (this.#parent === null)
          frame.rt.print(
            this.#block(node.name, 0, node.scoped ? frame : { ...frame, scope: this.#root }),
            frame.output,
          );
        return;
      case "extends":
        if (this.#parent !== null) raise("TemplateRuntimeError", "extended multiple times");
        this.#parent = load(node.template, frame);
        frame.output.muted = true;
        return;
      case "include":
        return include(node, frame);
      case "import":
        return frame.scope.set(node.target, importModule(node, frame));
      case "from-import": {
        const module = importModule(node, frame);
        for (const [name, alias] of node.names) {
          const value = module.exported.get(name);
          const missing = `the template does not export the requested name '${name}'`;
          frame.scope.set(alias, value === undefined ? new PyUndefined(missing) : value);
        }
        return;
      }
    }
  }

  /** What the block prints in its `depth`th definition. */
  #block(name: string, depth: number, frame: Frame): PyValue {
    const block = this.#definitions.get(name)?.[depth] as BlockNode;
    if (block.required && depth === 0) raise("TemplateRuntimeError", `Required block '${name}' not found`);
    return frame.rt.nested(() => {
      return capture(block.body, frame, (scope) => scope.set("super", this.#reference(name, frame, depth + 1)));
    });
  }

  #reference(name: string, frame: Frame, depth = 0): PyValue {
    if (this.#definitions.get(name)?.[depth] === undefined) {
      return new PyUndefined(
        depth === 0
          ? `'TemplateReference object' has no attribute '${name}'`
          : `there is no parent block called '${name}'.`,
      );
    }
    return new BlockReference(
      () => this.#block(name, depth, { ...frame, scope: this.#root }),
      () => this.#reference(name, frame, depth + 1),
    );
  }
}

/** A block that can be called: `self.title()`, `super()`. */
class BlockReference extends PyObject {
  readonly typeName = "BlockReference";
  override readonly callable = true;
  readonly #render: () => PyValue;
  readonly #super: () => PyValue;

  constructor(render: () => PyValue, parent: () => PyValue) {
    super();
    this.#render = render;
    this.#super = parent;
  }

  override attribute(name: string): PyValue | undefined {
    return name === "super" ? this.#super() : undefined;
  }

  override call(): PyValue {
    return this.#render();
  }

  override repr(): string {
    return "<BlockReference>";
  }
}

class SelfReference extends PyObject {
  readonly typeName = "TemplateReference";
  readonly #block: (name: string) => PyValue;

  constructor(block: (name: string) => PyValue) {
    super();
    this.#block = block;
  }

  override attribute(name: string): PyValue | undefined {
    return this.#block(name);
  }

  override repr(): string {
    return "<TemplateReference None>";
  }
}

/** The template that an expression names; of several names the first that there is. */
function load(expression: Expression, frame: Frame): Template {
  const value = evaluate(expression, frame.scope, frame.rt);
  const single = stringOf(value);
  if (single !== undefined) return frame.rt.options.load(single);
  if (value instanceof PyUndefined) value.fail();
  const names = itemsOf(value, frame.rt).map((name) => strOf(name, frame.rt));
  for (const name of names) {
    try {
      return frame.rt.options.load(name);
    } catch (error) {
      if (!isMissingTemplate(error)) throw error;
    }
  }
  return raise("TemplatesNotFound", `none of the templates given were found: ${names.join(", ")}`);
}

function include(node: Extract<TemplateStatement, { kind: "include" }>, frame: Frame): void {
  let template: Template;
  try {
    template = load(node.template, frame);
  } catch (error) {
    if (node.ignoreMissing && isMissingTemplate(error)) return;
    throw error;
  }
  const scope = node.withContext ? new Scope(frame.scope) : new Scope(null, true);
  frame.rt.nested(() => new TemplateRun(scope).render(template, { rt: frame.rt, scope, output: frame.output }));
}

function importModule(
  node: Extract<TemplateStatement, { kind: "import" | "from-import" }>,
  frame: Frame,
): TemplateModule {
  const template = load(node.template, frame);
  const scope = node.withContext ? new Scope(frame.scope) : new Scope(null, true);
  const text = frame.rt.nested(() => renderRoot(template, frame.rt, scope));
  const exported = new Map([...scope.own()].filter(([name]) => !name.startsWith("_") && name !== "self"));
  return new TemplateModule("imported", exported, strOf(text, frame.rt));
}
