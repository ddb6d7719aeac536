import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The `node_modules` folders of the running installation, where packages are found that a DAG folder does not have. */
export function packageFolders(): string[] {
  const found: string[] = [];
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const packages = join(folder, "node_modules");
    if (existsSync(packages)) found.push(packages);
    const parent = dirname(folder);
    if (parent === folder) return found;
    folder = parent;
  }
}
