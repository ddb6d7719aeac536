/** Where a command acts: the server of a home on this machine, or one elsewhere. */
import type { Command } from "commander";
import type { Terminal } from "../context.ts";
import { CliError } from "../errors.ts";
import { DEFAULT_HOME, type Home, homeAt } from "../home.ts";
import { findByUrl, readEnvironment } from "./environments.ts";

export interface PlaceOptions {
  readonly home?: string;
  readonly url?: string;
  readonly env?: string;
}

export type Place =
  | { readonly kind: "home"; readonly home: Home }
  | { readonly kind: "server"; readonly url: string; readonly token: string };

/** Adds to a command the options that say where it acts. */
export function acting(command: Command): Command {
  return command
    .option("--home <dir>", "home folder")
    .option("--url <address>", "act on the server there instead of a home (MOMIJI_URL)")
    .option("--env <name>", "act on the server that `momiji auth login` keeps under this name (MOMIJI_ENV)");
}

/**
 * An option goes before every variable of the environment; of these MOMIJI_URL before MOMIJI_ENV before MOMIJI_HOME.
 * @throws CliError `usage`, `not_signed_in`
 */
export function placeOf({ env }: Pick<Terminal, "env">, options: PlaceOptions): Place {
  const given = [options.home, options.url, options.env].filter((each) => each !== undefined);
  if (given.length > 1) throw new CliError("usage", "--home, --url and --env name different places: give one of them");
  const said =
    given.length > 0 ? options : { url: env["MOMIJI_URL"], env: env["MOMIJI_ENV"], home: env["MOMIJI_HOME"] };
  const token = env["MOMIJI_TOKEN"];
  if (said.url !== undefined) {
    const url = readUrl(said.url);
    const found = token ?? findByUrl(env, url)?.token;
    if (found === undefined)
      throw new CliError("not_signed_in", `nobody is signed in at ${url}`, `momiji auth login --url ${url}`);
    return { kind: "server", url, token: found };
  }
  if (said.env !== undefined) {
    const saved = readEnvironment(env, said.env);
    return { kind: "server", url: saved.url, token: token ?? saved.token };
  }
  return { kind: "home", home: homeAt(said.home ?? DEFAULT_HOME) };
}

/** Without a slash at its end. @throws CliError `usage` */
export function readUrl(text: string): string {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new CliError("usage", `${JSON.stringify(text)} is no address such as https://momiji.example.com`);
  // It would stand in lists of processes and histories of shells.
  if (url.username !== "" || url.password !== "")
    throw new CliError("usage", "the address names a user: leave that to `momiji auth login`");
  return `${url.origin}${url.pathname}`.replace(/\/+$/, "");
}
