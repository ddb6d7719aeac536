import type { ArchitectureRules } from "../../architecture-rules.ts";
import type { Finding } from "../finding.ts";
import type { ImportUse, NameUse, SourceFile } from "../source-file.ts";
import type { Workspace } from "../workspace.ts";
import { ruleFor } from "./imports.ts";

/** A pure package computes: what it needs to know of the world is handed to it. Its tests may read files. */
export function checkPurity(workspace: Workspace, rules: ArchitectureRules): Finding[] {
  return workspace.packages.flatMap((owner) => {
    const libraries = ruleFor(rules, owner.folder)?.pureWith;
    if (libraries === undefined) return [];
    const pure = owner.files.filter((file) => !file.isTest);
    return pure.flatMap((file) => [
      ...file.imports.flatMap((use) => checkLibrary(file, use, libraries)),
      ...file.imports.flatMap((use) => checkNames(file, namesAsUses(use), rules)),
      ...checkNames(file, file.names, rules),
    ]);
  });
}

function checkLibrary(file: SourceFile, { specifier, line }: ImportUse, libraries: readonly string[]): Finding[] {
  if (specifier.startsWith(".") || libraries.includes(specifier)) return [];
  const message = `${specifier} is not one of the pure libraries (${libraries.join(", ")}): take the value as an argument`;
  return [{ file: file.path, line, rule: "pure", message }];
}

function checkNames(file: SourceFile, uses: readonly NameUse[], rules: ArchitectureRules): Finding[] {
  return uses
    .filter(({ name, member }) => isImpure(rules, name, member))
    .map(({ name, member, line }) => {
      const said = member === undefined || member === "*" ? name : `${name}.${member}`;
      const message = `${said} brings in the clock, chance or the outside: take the value as an argument`;
      return { file: file.path, line, rule: "pure", message };
    });
}

function isImpure(rules: ArchitectureRules, name: string, member: string | undefined): boolean {
  if (rules.impureGlobals.includes(name)) return true;
  const impure = rules.impureMembers[name];
  return impure !== undefined && member !== undefined && (member === "*" || impure.includes(member));
}

/** `import { Date as D } from "./elsewhere.ts"` would hide the name from the rest of the file. */
function namesAsUses({ names, line }: ImportUse): NameUse[] {
  return names.map((name) => ({ name, member: undefined, calledBare: false, line }));
}
