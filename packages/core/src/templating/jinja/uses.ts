/** Which filters and tests a template names. Jinja refuses unknown ones before it renders anything. */
import type { Body, Expression, Statement } from "./nodes.ts";

export interface Use {
  readonly what: "filter" | "test";
  readonly name: string;
  readonly line: number;
}

const NEW_FRAMES: ReadonlySet<string> = new Set([
  "for",
  "macro",
  "with",
  "call-block",
  "filter-block",
  "set-block",
  "autoescape",
  "block",
]);

/** All uses but those inside of conditions, which Jinja looks up when they are reached. */
export function requiredUses(body: Body): Use[] {
  const uses: Use[] = [];
  collect(body, false, uses);
  return uses;
}

function collect(value: unknown, conditional: boolean, uses: Use[]): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, conditional, uses);
    return;
  }
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return;
  const node = value as Expression | Statement;
  if ((node.kind === "filter" || node.kind === "test") && !conditional)
    uses.push({ what: node.kind, name: node.name, line: node.line });
  const inside = node.kind === "if" || (conditional && !NEW_FRAMES.has(node.kind));
  for (const part of Object.values(node)) collect(part, inside, uses);
}
