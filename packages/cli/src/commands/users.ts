/** `momiji users ...`: as Airflow's with its FAB auth manager. */
import type { Command } from "commander";
import type { Client } from "../client.ts";
import type { CommandContext, Register } from "../context.ts";
import { CliError } from "../errors.ts";
import { formatRows, readFormat, type Row } from "../output.ts";
import { withApi } from "../presets/api-in-process.ts";
import { randomPassword } from "../presets/first-admin.ts";

const PATH = "/auth/fab/v1/users";
const COLUMNS = ["username", "email", "first_name", "last_name", "roles", "active"];
const PAGE = 100;

interface HomeOption {
  home?: string;
}

interface User {
  readonly username: string;
  readonly roles: readonly { readonly name: string }[];
}

export const registerUsers: Register = (parent, context) => {
  const users = parent.command("users").description("make, list, change and remove users");
  for (const register of [create, list, remove, resetPassword, addRole, removeRole, activate, deactivate])
    register(users, context);
};

interface CreateOptions extends HomeOption {
  username: string;
  firstname?: string;
  lastname?: string;
  email?: string;
  role: string[];
  password?: string;
  useRandomPassword?: boolean;
}

function create(parent: Command, context: CommandContext): void {
  parent
    .command("create")
    .description("make a user")
    .requiredOption("-u, --username <name>", "name to sign in with")
    .option("-f, --firstname <name>", "first name")
    .option("-l, --lastname <name>", "last name")
    .option("-e, --email <address>", "address of mail")
    .requiredOption("-r, --role <role>", "role; may be given several times", many, [])
    .option("-p, --password <password>", "password; without it one is asked for on standard input")
    .option("--use-random-password", "make a password up and print it")
    .option("--home <dir>", "home folder")
    .action(async (options: CreateOptions) => {
      const password = await passwordOf(context, options);
      const { username, firstname: first_name, lastname: last_name, email } = options;
      const roles = options.role.map((name) => ({ name }));
      const body = { username, first_name, last_name, email, roles, password };
      await withApi(context, context.home(options), (client) => client.send("POST", PATH, body));
      context.print(`User ${username} is made with role ${options.role.join(", ")}\n`);
    });
}

function list(parent: Command, context: CommandContext): void {
  parent
    .command("list")
    .description("list the users")
    .option("--home <dir>", "home folder")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (options: HomeOption & { output: string }) => {
      const users = await withApi(context, context.home(options), all);
      const rows = users.map((user): Row => ({ ...user, roles: user.roles.map(({ name }) => name).join(", ") }));
      context.print(await formatRows(rows, COLUMNS, readFormat(options.output)));
    });
}

function remove(parent: Command, context: CommandContext): void {
  named(parent, "delete", "remove a user, with all sessions and tokens").action(async (options: NamedOptions) => {
    await withApi(context, context.home(options), (client) => client.send("DELETE", pathOf(options.username)));
    context.print(`User ${options.username} is gone\n`);
  });
}

function resetPassword(parent: Command, context: CommandContext): void {
  named(parent, "reset-password", "set a new password; all sessions and tokens of the user end")
    .option("-p, --password <password>", "password; without it one is asked for on standard input")
    .option("--use-random-password", "make a password up and print it")
    .action(async (options: NamedOptions & { password?: string; useRandomPassword?: boolean }) => {
      const password = await passwordOf(context, options);
      await change(context, options, { password });
      context.print(`User ${options.username} has a new password\n`);
    });
}

function addRole(parent: Command, context: CommandContext): void {
  named(parent, "add-role", "give a user a role")
    .requiredOption("-r, --role <role>", "name of the role")
    .action((options: NamedOptions & { role: string }) =>
      changeRoles(context, options, (roles) => [...roles, { name: options.role }]),
    );
}

function removeRole(parent: Command, context: CommandContext): void {
  named(parent, "remove-role", "take a role from a user")
    .requiredOption("-r, --role <role>", "name of the role")
    .action((options: NamedOptions & { role: string }) =>
      changeRoles(context, options, (roles) => roles.filter(({ name }) => name !== options.role)),
    );
}

function activate(parent: Command, context: CommandContext): void {
  named(parent, "activate", "let a user sign in again").action(async (options: NamedOptions) => {
    await change(context, options, { active: true });
    context.print(`User ${options.username} may sign in\n`);
  });
}

function deactivate(parent: Command, context: CommandContext): void {
  named(parent, "deactivate", "let a user sign in no more; sessions and tokens end").action(
    async (options: NamedOptions) => {
      await change(context, options, { active: false });
      context.print(`User ${options.username} may not sign in any more\n`);
    },
  );
}

interface NamedOptions extends HomeOption {
  username: string;
}

function named(parent: Command, name: string, about: string): Command {
  return parent
    .command(name)
    .description(about)
    .requiredOption("-u, --username <name>", "name of the user")
    .option("--home <dir>", "home folder");
}

const many = (value: string, values: readonly string[]): string[] => [...values, value];

const pathOf = (username: string): string => `${PATH}/${encodeURIComponent(username)}`;

async function change(context: CommandContext, options: NamedOptions, body: object): Promise<void> {
  await withApi(context, context.home(options), (client) => client.send("PATCH", pathOf(options.username), body));
}

async function changeRoles(
  context: CommandContext,
  options: NamedOptions,
  changed: (roles: User["roles"]) => User["roles"],
): Promise<void> {
  const { roles } = await withApi(context, context.home(options), async (client) => {
    const user = (await client.get(pathOf(options.username))) as User;
    return (await client.send("PATCH", pathOf(options.username), { roles: changed(user.roles) })) as User;
  });
  context.print(`User ${options.username} has role ${roles.map(({ name }) => name).join(", ") || "none"}\n`);
}

async function all(client: Client): Promise<User[]> {
  const users: User[] = [];
  for (;;) {
    const path = `${PATH}?limit=${PAGE}&offset=${users.length}`;
    const page = (await client.get(path)) as { users: User[]; total_entries: number };
    users.push(...page.users);
    if (page.users.length === 0 || users.length >= page.total_entries) return users;
  }
}

/** Given, made up, or a line of standard input; a command line shows what is given to everybody on the machine. */
async function passwordOf(
  context: CommandContext,
  { password, useRandomPassword }: { password?: string; useRandomPassword?: boolean },
): Promise<string> {
  if (password !== undefined) return password;
  if (useRandomPassword === true) {
    const made = randomPassword();
    context.print(`Password: ${made}\n`);
    return made;
  }
  context.warn("Password: ");
  const { createInterface } = await import("node:readline/promises");
  const input = createInterface({ input: process.stdin });
  for await (const line of input) return line;
  throw new CliError("usage", "no password was given: use --password, --use-random-password, or standard input");
}
