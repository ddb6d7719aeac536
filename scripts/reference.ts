/**
 * `npm run reference [-- --check]`: writes what says again what the code says: pages of docs/reference, `openapi.json`, and the
 * types of the client. With `--check` it writes nothing and fails if a page is not what it would write.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { API_ERRORS } from "../packages/api/src/errors.ts";
import { openApiText } from "../packages/api/src/openapi/all-operations.ts";
import { OPTIONS, type OptionSpec } from "../packages/cli/src/config/options.ts";
import { createContext } from "../packages/cli/src/context.ts";
import { CLI_ERRORS } from "../packages/cli/src/errors.ts";
import { createProgram } from "../packages/cli/src/program.ts";
import { apiTypesText } from "../packages/client/generate/api-types.ts";
import { STORE_ERRORS } from "../packages/store/src/errors.ts";

const ROOT = join(import.meta.dirname, "..");
const NOTE = "<!-- Written by `npm run reference` from the tables in the code. -->";

interface CommandLike {
  name(): string;
  readonly commands: readonly CommandLike[];
  helpInformation(): string;
}

function configuration(): string {
  const sections = Object.entries(OPTIONS).map(([section, options]) => {
    const rows = Object.entries<OptionSpec>(options).map(([name, spec]) => {
      const choices = spec.choices === undefined ? "" : ` (${spec.choices.join(", ")})`;
      return `| \`${section}.${name}\` | \`MOMIJI__${section.toUpperCase()}__${name.toUpperCase()}\` | ${spec.type}${choices} | \`${JSON.stringify(spec.default)}\` | ${spec.about} |`;
    });
    return `## ${section}\n\n| option | environment variable | type | default | what |\n|---|---|---|---|---|\n${rows.join("\n")}\n`;
  });
  return `# Settings\n\n${NOTE}\n\nFrom \`momiji.config.ts\` (or .mts, .js, .mjs, .json) in the working folder, overridden by environment variables, overridden by
flags. \`momiji config list\` shows each value and where it came from. An unknown option is an error.\n\n\`\`\`ts
export default { core: { parallelism: 16 }, server: { port: 9000 } };
\`\`\`\n\n${sections.join("\n")}`;
}

function errors(): string {
  const cli = Object.entries(CLI_ERRORS).map(
    ([code, { exitCode, remedy }]) => `| \`${code}\` | ${exitCode} | ${remedy} |`,
  );
  const api = Object.entries(API_ERRORS).map(
    ([code, { status, message, remedy }]) => `| \`${code}\` | ${status} | ${message} | ${remedy} |`,
  );
  const store = Object.entries(STORE_ERRORS).map(
    ([code, { message, retryable, remedy }]) =>
      `| \`${code}\` | ${message} | ${retryable ? "yes" : "no"} | ${remedy} |`,
  );
  return `# Errors\n\n${NOTE}\n\n## The command line\n\nExit code 0 is success; 1 is a run or a check that failed; 2 a wrong call.\n\n| code | exit code | what to do |\n|---|---|---|\n${cli.join("\n")}\n
## The server\n\nBodies are Airflow's (\`detail\`), with \`code\` and \`remedy\` beside it.\n\n| code | status | message | what to do |\n|---|---|---|---|\n${api.join("\n")}\n
## The store\n\n| code | message | goes away by itself | what to do |\n|---|---|---|---|\n${store.join("\n")}\n`;
}

function commandLine(): string {
  const context = createContext({ cwd: "", env: {}, print: () => undefined, warn: () => undefined });
  const describe = (command: CommandLike, path: readonly string[]): string[] => {
    const own = [...path, command.name()];
    if (command.commands.length > 0) return command.commands.flatMap((child) => describe(child, own));
    return [`## ${own.join(" ")}\n\n\`\`\`\n${command.helpInformation().trimEnd()}\n\`\`\`\n`];
  };
  return `# The command line\n\n${NOTE}\n\n${describe(createProgram(context), []).join("\n")}`;
}

const { version } = JSON.parse(readFileSync(join(ROOT, "packages/api/package.json"), "utf8")) as { version: string };
const openApi = await openApiText(version);

const files = {
  "docs/reference/configuration.md": configuration(),
  "docs/reference/errors.md": errors(),
  "docs/reference/cli.md": commandLine(),
  "packages/api/openapi.json": openApi,
  "packages/client/src/generated/api.ts": await apiTypesText(openApi),
};
const isCheck = process.argv.includes("--check");
for (const [name, text] of Object.entries(files)) {
  const path = join(ROOT, name);
  if (!isCheck) writeFileSync(path, text);
  else if (readFileSync(path, "utf8") !== text) {
    process.stderr.write(`${name} is not what the code says: run \`npm run reference\`\n`);
    process.exitCode = 1;
  }
}
