import type { Finding } from "../finding.ts";
import { type Package, packageOf, type Workspace } from "../workspace.ts";

/** What a package imports, what its package.json declares and what its tsconfig.json references are one and the same. */
export function checkManifests(workspace: Workspace): Finding[] {
  return [...workspace.packages.flatMap((each) => checkPackage(workspace, each)), ...checkRoot(workspace)];
}

function checkPackage(workspace: Workspace, owner: Package): Finding[] {
  const imported = foldersOf(workspace, importedNames(owner));
  imported.delete(owner.folder);
  const declared = foldersOf(workspace, owner.dependencies);
  const inManifest = finder(`${owner.folder}/package.json`, "dependencies");
  const inTsconfig = finder(`${owner.folder}/tsconfig.json`, "references");
  return [
    ...missing(imported, declared, (folder) =>
      inManifest(`${folder} is imported but not declared: add it to dependencies`),
    ),
    ...missing(declared, imported, (folder) => inManifest(`${folder} is declared but nothing imports it: take it out`)),
    ...missing(declared, owner.references, (folder) =>
      inTsconfig(`${folder} is a dependency without a reference: add it`),
    ),
    ...missing(owner.references, declared, (folder) =>
      inTsconfig(`${folder} is referenced but no dependency: take it out`),
    ),
  ];
}

function checkRoot({ packages, references }: Workspace): Finding[] {
  const folders = new Set(packages.map(({ folder }) => folder));
  const inTsconfig = finder("tsconfig.json", "references");
  return missing(folders, references, (folder) => inTsconfig(`${folder} is not built: add it to references`));
}

function importedNames(owner: Package): Set<string> {
  return new Set(owner.files.flatMap((file) => file.imports.map(({ specifier }) => specifier)));
}

function foldersOf(workspace: Workspace, specifiers: ReadonlySet<string>): Set<string> {
  const packages = [...specifiers].map((specifier) => packageOf(workspace, specifier));
  return new Set(packages.flatMap((each) => (each === undefined ? [] : [each.folder])));
}

function missing(
  wanted: ReadonlySet<string>,
  present: ReadonlySet<string>,
  say: (folder: string) => Finding,
): Finding[] {
  return [...wanted.difference(present)].map(say);
}

function finder(file: string, rule: string): (message: string) => Finding {
  return (message) => ({ file, line: 1, rule, message });
}
