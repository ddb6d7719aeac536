/** Where a body of statements runs. */
import type { Statement } from "./nodes.ts";
import type { Output } from "./output.ts";
import type { Rendering } from "./rendering.ts";
import type { Scope } from "./scope.ts";

/** The statements that are about blocks and other templates. */
export type TemplateStatement = Extract<
  Statement,
  { kind: "block" | "extends" | "include" | "import" | "from-import" }
>;

export interface Frame {
  readonly rt: Rendering;
  readonly scope: Scope;
  readonly output: Output;
  readonly templates: { run(node: TemplateStatement, frame: Frame): void };
}
