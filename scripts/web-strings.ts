/**
 * `node scripts/web-strings.ts`: words that people read and that do not come from the catalogue, in the components of the web
 * interface: text between tags, and attributes that are read or spoken.
 */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "oxc-parser";

const ROOT = join(import.meta.dirname, "..");

/** Attributes of elements and of our own parts whose text is shown or spoken. */
const READ = new Set([
  "alt",
  "aria-description",
  "aria-label",
  "aria-roledescription",
  "description",
  "label",
  "placeholder",
  "text",
  "title",
  "words",
]);

/** Two letters of a script that spells words; signs, numbers and keys alone are no words. `紅` is the product's mark. */
const WORDS = /\p{L}{2,}/gu;

/** The same in every language. */
const ALIKE = new Set(["Momiji", "DAG", "ID", "JSON", "UTC", "URI", "CSV", "cron", "curl", "ms"]);

export interface ForeignString {
  readonly line: number;
  readonly text: string;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly value?: unknown;
  readonly name?: { readonly name?: string };
  readonly expression?: Node;
}

/** @param source of a TSX file */
export function foreignStrings(file: string, source: string): readonly ForeignString[] {
  const found: ForeignString[] = [];
  const note = (node: Node, text: unknown): void => {
    if (typeof text !== "string" || (text.match(WORDS) ?? []).every((word) => ALIKE.has(word))) return;
    found.push({ line: source.slice(0, node.start).split("\n").length, text: text.trim() });
  };
  const { program } = parseSync(file, source);
  visit(program, (node) => {
    if (node.type === "JSXText") note(node, node.value);
    if (node.type === "JSXAttribute" && READ.has(node.name?.name ?? "")) noteValue(node.value as Node | null, note);
    if (node.type === "JSXExpressionContainer" && node.expression?.type === "Literal")
      note(node, node.expression.value);
  });
  return [...new Map(found.map((one) => [`${one.line} ${one.text}`, one])).values()];
}

function noteValue(value: Node | null, note: (node: Node, text: unknown) => void): void {
  if (value?.type === "Literal") note(value, value.value);
}

function visit(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) for (const each of value) visit(each, see);
  else if (typeof value === "object" && value !== null) {
    if (typeof (value as Partial<Node>).type === "string") see(value as Node);
    for (const each of Object.values(value)) visit(each, see);
  }
}

if (import.meta.main) {
  const files = globSync("packages/web/src/**/*.tsx", { cwd: ROOT });
  const found = files.flatMap((file) =>
    foreignStrings(file, readFileSync(join(ROOT, file), "utf8")).map(({ line, text }) => `${file}:${line}  ${text}`),
  );
  for (const line of found) console.log(line);
  console.log(found.length === 0 ? "web-strings: all words come from the catalogue" : "put these into src/i18n");
  process.exitCode = found.length === 0 ? 0 : 1;
}
