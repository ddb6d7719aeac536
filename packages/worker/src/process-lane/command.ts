/**
 * From an operator's rendered params to a command. `bash` has the meaning of Airflow's `BashOperator`.
 *
 * Values that others choose (the conf of a run, XComs) must not be pasted into the text of a command: the shell would
 * read them as code. Give them as environment variables, whose values are templates too, and quote where they are used:
 * `env: { WHO: "{{ params.who }}" }` with `command: 'echo "hello $WHO"'`. A command given as a list of words is started
 * without a shell, so there a value is always one word.
 */
import type { Json } from "@momiji/core";

export interface Command {
  readonly argv: readonly [string, ...string[]];
  readonly env: { readonly [name: string]: string };
  /** Whether the worker's own environment lies below `env`. */
  readonly inheritEnv: boolean;
  /** Null: a new empty folder, removed afterwards. */
  readonly cwd: string | null;
  readonly skipOnExitCodes: readonly number[];
  /** Whether the last line of output is the return value. */
  readonly lastLineIsValue: boolean;
}

export type Params = { readonly [name: string]: Json };

/** Airflow's default of `skip_on_exit_code`. */
const SKIP_EXIT_CODE = 99;

/** @throws CommandError naming the param that is wrong. */
export function readCommand(params: Params): Command {
  const { command, cwd, env } = params;
  return {
    argv: readArgv(command),
    env: env === undefined || env === null ? {} : readEnv(env),
    inheritEnv: env === undefined || env === null || readBoolean(params, "appendEnv", false),
    cwd: cwd === undefined || cwd === null ? null : readText("cwd", cwd),
    skipOnExitCodes: readExitCodes(params["skipOnExitCode"]),
    lastLineIsValue: readBoolean(params, "xcomLastLine", true),
  };
}

export class CommandError extends Error {
  override readonly name = "CommandError";
}

function readArgv(command: Json | undefined): readonly [string, ...string[]] {
  if (typeof command === "string") return ["bash", "-c", readText("command", command)];
  if (!Array.isArray(command)) throw new CommandError("param `command` must be a text for bash, or a list of words");
  const [program, ...words] = command.map((word: Json) => readText("command", word));
  if (program === undefined) throw new CommandError("param `command` is an empty list");
  return [program, ...words];
}

function readText(name: string, value: Json): string {
  if (typeof value !== "string") throw new CommandError(`param \`${name}\` must be text, not ${JSON.stringify(value)}`);
  if (value.includes("\0"))
    throw new CommandError(`param \`${name}\` holds a NUL character, which no command can be given`);
  return value;
}

function readEnv(env: Json): { readonly [name: string]: string } {
  if (typeof env !== "object" || env === null || Array.isArray(env)) {
    throw new CommandError("param `env` must be an object of texts");
  }
  return Object.fromEntries(Object.entries(env).map(([name, value]) => [name, readEnvValue(name, value)]));
}

/** Numbers and booleans are what they look like; anything else must be text. */
function readEnvValue(name: string, value: Json): string {
  if (name === "" || name.includes("="))
    throw new CommandError(`\`${name}\` cannot be the name of an environment variable`);
  const isPlain = typeof value === "number" || typeof value === "boolean";
  return readText(`env.${name}`, isPlain ? String(value) : value);
}

function readBoolean(params: Params, name: string, fallback: boolean): boolean {
  const value = params[name] ?? fallback;
  if (typeof value !== "boolean") throw new CommandError(`param \`${name}\` must be true or false`);
  return value;
}

function readExitCodes(value: Json | undefined): readonly number[] {
  if (value === undefined) return [SKIP_EXIT_CODE];
  if (value === null) return [];
  const codes: readonly Json[] = Array.isArray(value) ? value : [value];
  return codes.map((code) => {
    if (typeof code !== "number")
      throw new CommandError("param `skipOnExitCode` must be a number, a list of numbers, or null");
    return code;
  });
}
