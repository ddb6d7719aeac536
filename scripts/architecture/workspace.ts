import { existsSync, globSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { readSourceFile, type SourceFile } from "./source-file.ts";

/** One package of the workspace as it stands on disk. */
export interface Package {
  /** Path from the root, such as `packages/core`. */
  readonly folder: string;
  readonly name: string;
  /** Specifiers that others may import: the name itself and its declared subpaths. */
  readonly entryPoints: ReadonlySet<string>;
  /** Names in `dependencies`, `devDependencies` and `peerDependencies`. */
  readonly dependencies: ReadonlySet<string>;
  /** Folders that its tsconfig.json references. */
  readonly references: ReadonlySet<string>;
  readonly files: readonly SourceFile[];
}

export interface Workspace {
  readonly root: string;
  readonly packages: readonly Package[];
  /** Folders that the root tsconfig.json builds. */
  readonly references: ReadonlySet<string>;
}

interface Manifest {
  readonly name: string;
  readonly workspaces?: readonly string[];
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

export function readWorkspace(root: string): Workspace {
  const patterns = (readJson(`${root}/package.json`) as Manifest).workspaces ?? [];
  const manifests = globSync(
    patterns.map((pattern) => `${pattern}/package.json`),
    { cwd: root },
  );
  return {
    root,
    packages: manifests.map((manifest) => readPackage(root, posix.dirname(manifest))).sort(byFolder),
    references: readReferences(root, "."),
  };
}

/** The package that a specifier names, by its name or by a subpath of it. */
export function packageOf(workspace: Workspace, specifier: string): Package | undefined {
  return workspace.packages.find(({ name }) => specifier === name || specifier.startsWith(`${name}/`));
}

function readPackage(root: string, folder: string): Package {
  const manifest = readJson(`${root}/${folder}/package.json`) as Manifest;
  const sources = globSync("**/*.{ts,mts,tsx}", {
    cwd: `${root}/${folder}`,
    exclude: ["dist", "node_modules", "**/node_modules"],
  });
  return {
    folder,
    name: manifest.name,
    entryPoints: new Set(Object.keys(manifest.exports ?? {}).map((path) => posix.join(manifest.name, path))),
    dependencies: new Set(
      Object.keys({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.peerDependencies }),
    ),
    references: readReferences(root, folder),
    files: sources.sort().map((path) => readSourceFile(root, posix.join(folder, path))),
  };
}

function readReferences(root: string, folder: string): Set<string> {
  const path = `${root}/${folder}/tsconfig.json`;
  if (!existsSync(path)) return new Set();
  const { references = [] } = readJson(path) as { references?: readonly { path: string }[] };
  return new Set(references.map((reference) => posix.join(folder, reference.path)));
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}

function byFolder(a: Package, b: Package): number {
  return a.folder < b.folder ? -1 : 1;
}
