/** The packages of providers that are installed beside this one, as each tells of itself in its `package.json`. */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Provider } from "@momiji/api";
import { VERSION } from "../version.ts";

const PROVIDERS = ["@momiji/operators", "@momiji/amazon", "@momiji/docker", "@momiji/kubernetes", "@momiji/redis"];

/** What is read of a `package.json`. `momiji`: what the package brings; see the ones of this project. */
interface Manifest {
  readonly version: string;
  readonly description?: string;
  readonly momiji?: {
    readonly operators?: readonly string[];
    readonly connectionTypes?: readonly string[];
    /** Page of the documentation, below `docs/` and without `.md`. */
    readonly guide?: string;
  };
}

/** @param from where their packages are looked for: a module's address */
export function installedProviders(from: string = import.meta.url): readonly Provider[] {
  const require = createRequire(from);
  return PROVIDERS.flatMap((name) => {
    const file = packageFile(require, name);
    return file === null ? [] : [providerOf(name, file)];
  });
}

/** Its `package.json` need not be among what it exports. Null: it is not installed. */
function packageFile(require: NodeJS.Require, name: string): string | null {
  const files = (require.resolve.paths(name) ?? []).map((folder) => join(folder, name, "package.json"));
  return files.find((file) => existsSync(file)) ?? null;
}

function providerOf(packageName: string, file: string): Provider {
  const known = { packageName, documentationUrl: null };
  try {
    const { version, description = "", momiji = {} } = JSON.parse(readFileSync(file, "utf8")) as Manifest;
    const { operators = [], connectionTypes = [], guide = null } = momiji;
    const problem = version === VERSION ? null : "another_version";
    return { ...known, description, version, operators, connectionTypes, guide, problem };
  } catch {
    const nothing = { operators: [], connectionTypes: [], guide: null };
    return { ...known, ...nothing, description: "", version: "", problem: "unreadable" };
  }
}
