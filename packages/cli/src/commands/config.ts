/** `momiji config list`: every setting, its value, and where it came from. */
import { allOptions, optionSpec } from "../config/options.ts";
import type { Register } from "../context.ts";
import { formatRows, readFormat } from "../output.ts";

export const registerConfig: Register = (parent, context) => {
  parent
    .command("config")
    .description("look at the settings")
    .command("list")
    .description("show each setting, its value, and where it came from")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (options: { output: string }) => {
      const format = readFormat(options.output);
      const { config, origins } = await context.config();
      const values = config as unknown as { readonly [section: string]: { readonly [name: string]: unknown } };
      const rows = allOptions().map(({ section, name }) => {
        const spec = optionSpec({ section, name });
        const value = values[section]?.[name];
        const shown = spec?.secret === true && !isNothing(value) ? "***" : value;
        return {
          option: `${section}.${name}`,
          value: shown,
          origin: origins.get(`${section}.${name}`),
          about: spec?.about,
        };
      });
      context.print(await formatRows(rows, ["option", "value", "origin", "about"], format));
    });
};

function isNothing(value: unknown): boolean {
  return value === "" || (Array.isArray(value) && value.length === 0);
}
