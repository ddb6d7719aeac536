/**
 * The servers that somebody has signed in at, by a name of their own, as `airflowctl` keeps its environments: a file each, which
 * nobody else may read, since there is a token in it.
 */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { Terminal } from "../context.ts";
import { CliError } from "../errors.ts";

export interface Environment {
  readonly url: string;
  readonly token: string;
  readonly username: string;
  /** The token was made by signing in: signing out ends it. One that was brought along is only forgotten. */
  readonly isOurs: boolean;
}

type Variables = Terminal["env"];

/** The name where none is given, as `airflowctl` has it. */
export const DEFAULT_ENVIRONMENT = "production";

/** @throws CliError `not_signed_in` */
export function readEnvironment(variables: Variables, name: string): Environment {
  const file = fileOf(variables, name);
  if (!existsSync(file))
    throw new CliError(
      "not_signed_in",
      `nobody is signed in at an environment ${name}`,
      `momiji auth login --env ${name} --url ADDRESS; \`momiji auth list-envs\` shows those that there are`,
    );
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Environment;
  } catch (error) {
    const message = `${file} cannot be read: ${(error as Error).message}`;
    throw new CliError("not_signed_in", message, `sign in anew: momiji auth login --env ${name} --url ADDRESS`);
  }
}

/** Readable for its owner alone from its first moment on. */
export function writeEnvironment(variables: Variables, name: string, environment: Environment): void {
  const file = fileOf(variables, name);
  const folder = folderOf(variables);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const draft = `${file}.new`;
  rmSync(draft, { force: true });
  writeFileSync(draft, `${JSON.stringify(environment, null, 2)}\n`, { mode: 0o600, flag: "wx" });
  renameSync(draft, file);
}

export function removeEnvironment(variables: Variables, name: string): void {
  rmSync(fileOf(variables, name), { force: true });
}

/** In the order of their names. */
export function listEnvironments(variables: Variables): (Environment & { readonly name: string })[] {
  const folder = folderOf(variables);
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).flatMap((file) => /^(.+)\.json$/.exec(file)?.[1] ?? []);
  return names.sort().map((name) => ({ name, ...readEnvironment(variables, name) }));
}

/** The one at this address, if there is one. */
export function findByUrl(variables: Variables, url: string): Environment | undefined {
  return listEnvironments(variables).find((each) => each.url === url);
}

const NAME = /^[\w-][\w.-]{0,63}$/;

function fileOf(variables: Variables, name: string): string {
  if (!NAME.test(name)) throw new CliError("usage", `${JSON.stringify(name)} is no name of an environment`);
  return join(folderOf(variables), `${name}.json`);
}

/** Where programs keep what belongs to one person. */
function folderOf({ XDG_CONFIG_HOME: config, HOME: home, APPDATA: windows }: Variables): string {
  const base = config || windows || (home === undefined ? undefined : join(home, ".config"));
  if (base === undefined || base === "")
    throw new CliError("usage", "there is no place for what belongs to you: neither HOME nor XDG_CONFIG_HOME is set");
  return join(base, "momiji", "environments");
}
