/** Which variables and connections templates name, so that they can be fetched before rendering. */
import type { Json } from "../json.ts";
import { TemplateError } from "./errors.ts";
import { walk } from "./jinja/names-used.ts";
import type { Expression } from "./jinja/nodes.ts";
import { hasTags } from "./jinja/tags.ts";
import { parsed } from "./jinja/template-cache.ts";

export interface References {
  /** Keys of `var.value.key`, `var.json.key`, `var.value.get('key')`, sorted. */
  readonly variables: readonly string[];
  /** Ids of `conn.id`, `conn.get('id')`, sorted. */
  readonly connections: readonly string[];
}

/**
 * The literal names in all templates of a value. A name that is computed only shows itself when the template runs; a
 * template that cannot be parsed names nothing, and rendering it says why.
 */
export function referencedVariables(value: Json): References {
  const variables = new Set<string>();
  const connections = new Set<string>();
  for (const template of templatesIn(value)) {
    for (const path of pathsIn(template)) {
      const [root, first, second] = path;
      if (root === "var" && (first === "value" || first === "json") && second !== undefined) variables.add(second);
      if (root === "conn" && first !== undefined) connections.add(first);
    }
  }
  return { variables: [...variables].sort(), connections: [...connections].sort() };
}

function templatesIn(value: Json): readonly string[] {
  if (typeof value === "string") return hasTags(value) ? [value] : [];
  if (value === null || typeof value !== "object") return [];
  return (Array.isArray(value) ? (value as readonly Json[]) : Object.values(value)).flatMap(templatesIn);
}

function pathsIn(template: string): readonly (readonly string[])[] {
  const paths: (readonly string[])[] = [];
  try {
    walk(parsed(template).body, (node) => {
      const path = node.kind === "attribute" || node.kind === "item" || node.kind === "call" ? pathOf(node) : null;
      if (path !== null) paths.push(path);
    });
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
  }
  return paths.filter((path) => !isLookupMethod(path));
}

/** `conn.get` itself is no reference; its call is. */
function isLookupMethod(path: readonly string[]): boolean {
  return path.at(-1) === "get";
}

/** The names of a chain like `a.b['c']` or `a.b.get('c')`; null if it is none. */
function pathOf(node: Expression): readonly string[] | null {
  switch (node.kind) {
    case "name":
      return [node.name];
    case "attribute":
      return extended(node.target, node.name);
    case "item":
      return node.key.kind === "constant" && typeof node.key.value === "string"
        ? extended(node.target, node.key.value)
        : null;
    case "call": {
      const [key] = node.args.positional;
      if (node.callee.kind !== "attribute" || node.callee.name !== "get" || key?.kind !== "constant") return null;
      return typeof key.value === "string" ? extended(node.callee.target, key.value) : null;
    }
    default:
      return null;
  }
}

function extended(target: Expression, name: string): readonly string[] | null {
  const path = pathOf(target);
  return path === null ? null : [...path, name];
}
