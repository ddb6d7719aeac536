/** Walking over parsed templates. */
import type { Body, Expression, Statement } from "./nodes.ts";

type Node = Expression | Statement;

/** Calls `visit` for every expression and statement, outer ones first. */
export function walk(body: Body, visit: (node: Node) => void): void {
  for (const statement of body) walkNode(statement, visit);
}

function walkNode(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) walkNode(item, visit);
  } else if (isPlain(value)) {
    if (typeof value["kind"] === "string") visit(value as unknown as Node);
    for (const part of Object.values(value)) walkNode(part, visit);
  }
}

function isPlain(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** Which of the names the body reads. */
export function namesUsed(body: Body, names: readonly string[]): ReadonlySet<string> {
  const used = new Set<string>();
  walk(body, (node) => {
    if (node.kind === "name" && names.includes(node.name)) used.add(node.name);
  });
  return used;
}
