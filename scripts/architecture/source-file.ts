import { readFileSync } from "node:fs";
import { parseSync, visitorKeys } from "oxc-parser";

/** One import, re-export, `import()` or `import("...")` type. */
export interface ImportUse {
  readonly specifier: string;
  readonly line: number;
  /** Names taken from the module; `*` for all of it. */
  readonly names: readonly string[];
  /** Erased when types are stripped. */
  readonly typeOnly: boolean;
}

/** A name as it stands in the code, other than as the key or the property of something else. */
export interface NameUse {
  readonly name: string;
  /** For `name.member`. `*` when it cannot be told: `name[x]`, `const { x } = name`. */
  readonly member: string | undefined;
  /** `new name()` or `name()` without arguments. */
  readonly calledBare: boolean;
  readonly line: number;
}

export interface SourceFile {
  /** Path from the root of the repository. */
  readonly path: string;
  /** A test, what tests share (`*.testing.ts`), or part of a conformance suite, which is tests for others to run. */
  readonly isTest: boolean;
  readonly opensWithBlockComment: boolean;
  readonly imports: readonly ImportUse[];
  readonly names: readonly NameUse[];
}

/** The parser's tree, seen without its types: the walk only needs what every node has. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

interface Place {
  readonly node: Node;
  readonly parent: Node;
  readonly key: string;
}

export function readSourceFile(root: string, path: string): SourceFile {
  const text = readFileSync(`${root}/${path}`, "utf8");
  const { program, errors } = parseSync(path, text);
  if (errors[0] !== undefined) throw new SyntaxError(`${path}: ${errors[0].message}`);
  const lineAt = lineCounter(text);
  const imports: ImportUse[] = [];
  const names: NameUse[] = [];
  for (const place of walk(program as unknown as Node)) {
    const line = lineAt(place.node.start);
    const found = importUse(place.node);
    if (found !== undefined) imports.push({ ...found, line });
    if (isNameUse(place)) names.push({ ...nameUse(place), line });
  }
  return {
    path,
    isTest: /\.test(ing)?\.tsx?$|\/src\/conformance(\.ts$|\/)/.test(path),
    opensWithBlockComment: text.trimStart().startsWith("/*"),
    imports,
    names,
  };
}

function* walk(root: Node): Generator<Place> {
  const open: Place[] = [{ node: root, parent: root, key: "" }];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    yield place;
    for (const key of visitorKeys[place.node.type] ?? []) {
      for (const child of [place.node[key]].flat()) {
        if (isNode(child)) open.push({ node: child, parent: place.node, key });
      }
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value;
}

function importUse(node: Node): Omit<ImportUse, "line"> | undefined {
  const source = node["source"];
  if (!isNode(source) || typeof source["value"] !== "string") return undefined;
  const specifier = source["value"];
  const entries = [node["specifiers"] ?? []].flat().filter(isNode);
  const kinds = [node, ...entries].map((each) => each["importKind"] ?? each["exportKind"]);
  const allTypes = entries.length > 0 && kinds.slice(1).every((kind) => kind === "type");
  return {
    specifier,
    names: entries.length > 0 ? entries.map(importedName) : ["*"],
    typeOnly: node.type === "TSImportType" || kinds[0] === "type" || allTypes,
  };
}

function importedName(entry: Node): string {
  const imported = entry["imported"] ?? entry["local"];
  if (entry.type === "ImportNamespaceSpecifier" || !isNode(imported)) return "*";
  return entry.type === "ImportDefaultSpecifier" ? "default" : String(imported["name"] ?? imported["value"]);
}

/** Keys and properties carry a name without meaning the global of that name. */
function isNameUse({ node, parent, key }: Place): boolean {
  if (node.type !== "Identifier") return false;
  if (parent["computed"] === true) return true;
  if (key === "property" || key === "imported" || key === "exported") return false;
  if (key !== "key") return true;
  return parent["shorthand"] === true;
}

function nameUse({ node, parent, key }: Place): Omit<NameUse, "line"> {
  const name = String(node["name"]);
  const isObject = parent.type === "MemberExpression" && key === "object";
  const property = parent["property"];
  const readable = isObject && parent["computed"] !== true && isNode(property);
  const torn = isObject || (key === "init" && isNode(parent["id"]) && parent["id"].type === "ObjectPattern");
  const called = (parent.type === "NewExpression" || parent.type === "CallExpression") && key === "callee";
  return {
    name,
    member: readable ? String(property["name"]) : torn ? "*" : undefined,
    calledBare: called && [parent["arguments"]].flat().length === 0,
  };
}

/** Lines count from 1. The walk asks for thousands of them, so the line ends are found once. */
function lineCounter(text: string): (offset: number) => number {
  const ends = [...text.matchAll(/\n/g)].map((end) => end.index);
  return (offset) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}
