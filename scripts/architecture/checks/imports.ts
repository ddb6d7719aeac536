import { existsSync } from "node:fs";
import { posix } from "node:path";
import type { ArchitectureRules, PackageRule } from "../../architecture-rules.ts";
import type { Finding } from "../finding.ts";
import type { ImportUse, SourceFile } from "../source-file.ts";
import { type Package, packageOf, type Workspace } from "../workspace.ts";

interface Importer {
  readonly workspace: Workspace;
  readonly owner: Package;
  readonly file: SourceFile;
  readonly rule: PackageRule | undefined;
}

/** Imports go down, by the front door, and never through one's own. */
export function checkImports(workspace: Workspace, rules: ArchitectureRules): Finding[] {
  const findings: Finding[] = [];
  for (const owner of workspace.packages) {
    const rule = ruleFor(rules, owner.folder);
    if (rule === undefined) findings.push(unknownPackage(owner));
    for (const file of owner.files) {
      for (const use of file.imports) {
        const found = checkImport({ workspace, owner, file, rule }, use.specifier);
        if (found !== undefined) findings.push({ file: file.path, line: use.line, ...found });
      }
    }
  }
  return findings;
}

export function ruleFor(rules: ArchitectureRules, folder: string): PackageRule | undefined {
  return rules.packages[folder] ?? rules.packages[`${posix.dirname(folder)}/*`];
}

function checkImport(importer: Importer, specifier: string): Pick<Finding, "rule" | "message"> | undefined {
  if (specifier.startsWith(".")) return checkRelative(importer, specifier);
  const target = packageOf(importer.workspace, specifier);
  if (target === undefined) return undefined;
  if (target === importer.owner) return ownBarrel(specifier);
  if (!target.entryPoints.has(specifier)) {
    const doors = [...target.entryPoints].join(", ");
    return {
      rule: "inner-path",
      message: `${specifier} is inside ${target.folder}: import ${doors}, and export there what is missing`,
    };
  }
  if (importer.rule === undefined) return undefined;
  const { imports, testsImport = [] } = importer.rule;
  if (imports.includes(target.folder) || (importer.file.isTest && testsImport.includes(target.folder)))
    return undefined;
  const allowed = imports.join(", ") || "nothing of Momiji";
  return {
    rule: "package-imports",
    message: `${importer.owner.folder} may import ${allowed}, but not ${target.folder}: move the code down, or pass the value in from above`,
  };
}

function checkRelative(
  { workspace, owner, file }: Importer,
  specifier: string,
): Pick<Finding, "rule" | "message"> | undefined {
  const target = resolveRelative(file, specifier);
  if (!target.startsWith(`${owner.folder}/`)) {
    return { rule: "inner-path", message: `${specifier} leaves ${owner.folder}: import the other package by its name` };
  }
  if (target === `${owner.folder}/src/index.ts`) return ownBarrel(specifier);
  if (existsSync(`${workspace.root}/${target}`)) return undefined;
  return {
    rule: "unresolved-import",
    message: `there is no ${target}: relative imports name the file, with its \`.ts\``,
  };
}

/** Path from the root of the file that a relative import names. */
export function resolveRelative(file: SourceFile, specifier: ImportUse["specifier"]): string {
  return posix.join(posix.dirname(file.path), specifier);
}

function ownBarrel(specifier: string): Pick<Finding, "rule" | "message"> {
  return {
    rule: "own-barrel",
    message: `${specifier} is this package's own index: import the file that holds the name`,
  };
}

function unknownPackage({ folder }: Package): Finding {
  return {
    file: `${folder}/package.json`,
    line: 1,
    rule: "unknown-package",
    message: `say in scripts/architecture-rules.ts what ${folder} is for and what it may import`,
  };
}
