import { findCycles, type Graph } from "../cycles.ts";
import type { Finding } from "../finding.ts";
import type { SourceFile } from "../source-file.ts";
import { type Package, packageOf, type Workspace } from "../workspace.ts";
import { resolveRelative } from "./imports.ts";

/** Neither packages nor files go round in a circle, not even by types alone: such files are one file in two places. */
export function checkCycles(workspace: Workspace): Finding[] {
  return [...packageCycles(workspace), ...workspace.packages.flatMap(fileCycles)];
}

function packageCycles(workspace: Workspace): Finding[] {
  const graph = new Map(workspace.packages.map((each) => [each.folder, packagesBelow(workspace, each)]));
  return findCycles(graph).map((cycle) => ({
    file: `${cycle[0]}/package.json`,
    line: 1,
    rule: "package-cycle",
    message: `${cycle.join(" -> ")}: move what both need into a package below both`,
  }));
}

function packagesBelow(workspace: Workspace, owner: Package): Set<string> {
  const specifiers = owner.files.flatMap((file) => file.imports.map(({ specifier }) => specifier));
  const below = [...owner.dependencies, ...specifiers].map((specifier) => packageOf(workspace, specifier));
  return new Set(below.flatMap((each) => (each === undefined || each === owner ? [] : [each.folder])));
}

function fileCycles(owner: Package): Finding[] {
  const all = graphOf(owner, () => true);
  const values = new Set(findCycles(graphOf(owner, ({ typeOnly }) => !typeOnly)).flat());
  return findCycles(all).map((cycle) => {
    const by = cycle.every((path) => values.has(path)) ? "" : " (by types alone)";
    return {
      file: cycle[0] ?? owner.folder,
      line: 1,
      rule: "file-cycle",
      message: `${cycle.join(" -> ")}${by}: move what both need into a file below both`,
    };
  });
}

function graphOf(owner: Package, counts: (use: SourceFile["imports"][number]) => boolean): Graph {
  const edges = (file: SourceFile) =>
    file.imports
      .filter((use) => use.specifier.startsWith(".") && counts(use))
      .map(({ specifier }) => resolveRelative(file, specifier));
  return new Map(owner.files.map((file) => [file.path, new Set(edges(file))]));
}
