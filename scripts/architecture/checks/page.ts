import { existsSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import type { ArchitectureRules } from "../../architecture-rules.ts";
import type { Finding } from "../finding.ts";
import type { Workspace } from "../workspace.ts";
import { ruleFor } from "./imports.ts";

const PAGE = "ARCHITECTURE.md";

/** A row of the page's table of packages, as `| \`core\` | what lives there | what it may import |`. */
interface Row {
  readonly name: string;
  readonly imports: string;
  readonly line: number;
}

/** The page for people says of every package what the rules say, and speaks of no other. */
export function checkPage(workspace: Workspace, rules: ArchitectureRules): Finding[] {
  const rows = readRows(workspace.root);
  const names = workspace.packages.map(({ folder }) => posix.basename(folder));
  const absent = names.filter((name) => !rows.some((row) => row.name === name));
  return [
    ...absent.map((name) => finding(1, `${name} is missing in the table of packages: add its row`)),
    ...rows
      .filter(({ name }) => !names.includes(name))
      .map(({ name, line }) => finding(line, `there is no package ${name}`)),
    ...workspace.packages.flatMap(({ folder }) => compareRow(folder, rows, rules)),
  ];
}

function compareRow(folder: string, rows: readonly Row[], rules: ArchitectureRules): Finding[] {
  const name = posix.basename(folder);
  const row = rows.find((each) => each.name === name);
  const rule = ruleFor(rules, folder);
  if (row === undefined || rule === undefined) return [];
  const wanted = new Set(rule.imports.map((each) => posix.basename(each)));
  const others = Object.keys(rules.packages).filter((each) => !each.startsWith("providers/"));
  const said = saidImports(
    row.imports,
    new Set(others.map((each) => posix.basename(each)).filter((each) => each !== name)),
  );
  if (said.symmetricDifference(wanted).size === 0) return [];
  const truth = [...wanted].join(", ") || "pure libraries";
  return [finding(row.line, `${name} may import ${truth}, by the rules: the page says "${row.imports}"`)];
}

/** `core, sdk`, or `all but cli` (of `packages/`), or `pure libraries`, or `nothing`. */
function saidImports(cell: string, others: ReadonlySet<string>): Set<string> {
  const [, exceptions] = /^all(?: but (.*))?$/.exec(cell) ?? [];
  if (cell.startsWith("all")) return others.difference(new Set(exceptions?.split(/, | and /)));
  return new Set(cell === "pure libraries" || cell === "nothing" ? [] : cell.split(", "));
}

function readRows(root: string): Row[] {
  if (!existsSync(`${root}/${PAGE}`)) return [];
  const lines = readFileSync(`${root}/${PAGE}`, "utf8").split("\n");
  return lines.flatMap((text, index) => {
    const [, name, imports] = /^\| `([\w-]+)`.*\| ([^|]+) \|$/.exec(text) ?? [];
    return name === undefined || imports === undefined ? [] : [{ name, imports, line: index + 1 }];
  });
}

function finding(line: number, message: string): Finding {
  return { file: PAGE, line, rule: "architecture-page", message };
}
