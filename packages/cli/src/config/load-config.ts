/**
 * Settings from four places, the later over the earlier: defaults, `momiji.config.ts` (or .mts, .js, .mjs, .json) in the
 * working folder, environment variables `MOMIJI__SECTION__OPTION`, flags. An unknown or bad setting is an error.
 */
import { nearest } from "@momiji/core";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { CliError } from "../errors.ts";
import { allOptions, type Config, OPTIONS, type OptionPath, optionSpec, type OptionValue } from "./options.ts";
import { readValue } from "./read-value.ts";

const FILES = ["momiji.config.ts", "momiji.config.mts", "momiji.config.js", "momiji.config.mjs", "momiji.config.json"];
const PREFIX = "MOMIJI__";

export interface ConfigSources {
  readonly cwd: string;
  readonly env: { readonly [name: string]: string | undefined };
  /** `section.name` to value, from flags. */
  readonly flags: ReadonlyMap<string, OptionValue>;
}

export interface LoadedConfig {
  readonly config: Config;
  /** `section.name` to where its value came from: `default`, a file, a variable, `flag`. */
  readonly origins: ReadonlyMap<string, string>;
}

interface Setting {
  readonly path: OptionPath;
  readonly raw: unknown;
  readonly origin: string;
}

/** @throws CliError `config_invalid` that names the place and the option. */
export async function loadConfig(sources: ConfigSources): Promise<LoadedConfig> {
  const values: { [section: string]: { [name: string]: OptionValue } } = {};
  const origins = new Map<string, string>();
  for (const [section, options] of Object.entries(OPTIONS)) {
    values[section] = Object.fromEntries(Object.entries(options).map(([name, spec]) => [name, spec.default]));
  }
  for (const { section, name } of allOptions()) origins.set(`${section}.${name}`, "default");
  for (const setting of [...(await fromFile(sources.cwd)), ...fromEnv(sources.env), ...fromFlags(sources.flags)]) {
    const { section, name } = setting.path;
    (values[section] as { [name: string]: OptionValue })[name] = checked(setting);
    origins.set(`${section}.${name}`, setting.origin);
  }
  return { config: values as unknown as Config, origins };
}

function checked({ path, raw, origin }: Setting): OptionValue {
  const spec = optionSpec(path);
  if (spec === undefined) throw unknownOption(path, origin);
  const read = readValue(spec, raw);
  if ("value" in read) return read.value;
  const shown = spec.secret === true ? "the value" : JSON.stringify(raw);
  throw new CliError(
    "config_invalid",
    `${origin}: ${path.section}.${path.name} ${read.problem}, but ${shown} was given`,
  );
}

function unknownOption({ section, name }: OptionPath, origin: string): CliError {
  const known = allOptions().map((option) => `${option.section}.${option.name}`);
  const meant = nearest(`${section}.${name}`, known);
  const hint = meant === undefined ? "`momiji config list` shows all options" : `did you mean ${meant}?`;
  return new CliError("config_invalid", `${origin}: there is no option ${section}.${name}; ${hint}`);
}

/** Said of the section itself, since it may be empty. */
function unknownSection(section: string, file: string): CliError {
  const known = Object.keys(OPTIONS);
  const meant = nearest(section, known);
  const hint = meant === undefined ? `there are ${known.join(", ")}` : `did you mean ${meant}?`;
  return new CliError("config_invalid", `${file}: there is no section ${section}; ${hint}`);
}

async function fromFile(cwd: string): Promise<Setting[]> {
  const [file, ...others] = FILES.filter((name) => existsSync(join(cwd, name)));
  if (file === undefined) return [];
  if (others.length > 0) {
    const files = [file, ...others].join(" and ");
    throw new CliError("config_invalid", `there are ${files} in ${cwd}; put all settings into one of them`);
  }
  const content = await readFile(join(cwd, file), file);
  if (typeof content !== "object" || content === null || Array.isArray(content)) {
    throw new CliError("config_invalid", `${file}: must hold (or export as default) an object of sections`);
  }
  return Object.entries(content).flatMap(([section, options]) => {
    if (typeof options !== "object" || options === null) {
      throw new CliError("config_invalid", `${file}: section ${section} must be an object of options`);
    }
    if (!Object.hasOwn(OPTIONS, section)) throw unknownSection(section, file);
    return Object.entries(options).map(([name, raw]) => ({ path: { section, name }, raw: raw, origin: file }));
  });
}

async function readFile(path: string, file: string): Promise<unknown> {
  try {
    if (path.endsWith(".json")) return JSON.parse(readFileSync(path, "utf8")) as unknown;
    return ((await import(pathToFileURL(path).href)) as { default?: unknown }).default;
  } catch (error) {
    throw new CliError("config_invalid", `${file}: could not be read: ${(error as Error).message}`);
  }
}

function fromEnv(env: ConfigSources["env"]): Setting[] {
  return Object.entries(env).flatMap(([variable, raw]) => {
    if (!variable.startsWith(PREFIX) || raw === undefined) return [];
    const [section = "", name = ""] = variable.slice(PREFIX.length).split("__");
    return [{ path: byCaselessName(section, name), raw, origin: variable }];
  });
}

/** Environment variables are upper case and may write `CATCHUP_LIMIT` for `catchupLimit`. */
function byCaselessName(section: string, name: string): OptionPath {
  const plain = (text: string): string => text.replaceAll("_", "").toLowerCase();
  const found = allOptions().find(
    (option) => plain(option.section) === plain(section) && plain(option.name) === plain(name),
  );
  return found ?? { section: section.toLowerCase(), name: name.toLowerCase() };
}

function fromFlags(flags: ConfigSources["flags"]): Setting[] {
  return [...flags].map(([key, raw]) => {
    const [section = "", name = ""] = key.split(".");
    return { path: { section, name }, raw, origin: "flag" };
  });
}
