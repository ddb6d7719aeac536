/** Looks a program up in this process's own PATH: a command may be given an environment without one. */
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

const found = new Map<string, string>();

/** Null: there is none; names with a slash are left to the system. */
export function findProgram(name: string): string | null {
  if (name.includes("/")) return name;
  const known = found.get(name);
  if (known !== undefined) return known;
  for (const folder of (process.env["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(delimiter)) {
    const path = join(folder === "" ? "." : folder, name);
    if (!isProgram(path)) continue;
    found.set(name, path);
    return path;
  }
  return null;
}

/** For when it could not be started: true if it has gone from where it was, so that it is worth looking again. */
export function forgetProgram(name: string): boolean {
  const known = found.get(name);
  return known !== undefined && !isProgram(known) && found.delete(name);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
