/** `momiji users ...`: as Airflow's with its FAB auth manager. */
import type { AnswerOf, InitOf, MomijiClient } from "@momiji/client";
import type { Command } from "commander";
import type { CommandContext, Register } from "../context.ts";
import { formatRows, readFormat, type Row } from "../output.ts";
import { readPassword } from "../read-password.ts";
import { withApi } from "../presets/api-in-process.ts";
import { randomPassword } from "../presets/first-admin.ts";
import { acting, type PlaceOptions } from "../server/place.ts";

const USERS = "/auth/fab/v1/users";
const USER = "/auth/fab/v1/users/{username}";
const COLUMNS = ["username", "email", "first_name", "last_name", "roles", "active"];

type User = AnswerOf<"get", typeof USER>;
type UserChange = NonNullable<InitOf<"patch", typeof USER>["body"]>;

export const registerUsers: Register = (parent, context) => {
  const users = parent.command("users").description("make, list, change and remove users");
  for (const register of [create, list, remove, resetPassword, addRole, removeRole, activate, deactivate])
    register(users, context);
};

interface CreateOptions extends PlaceOptions {
  username: string;
  firstname?: string;
  lastname?: string;
  email?: string;
  role: string[];
  password?: string;
  useRandomPassword?: boolean;
}

function create(parent: Command, context: CommandContext): void {
  acting(parent.command("create"))
    .description("make a user")
    .requiredOption("-u, --username <name>", "name to sign in with")
    .option("-f, --firstname <name>", "first name")
    .option("-l, --lastname <name>", "last name")
    .option("-e, --email <address>", "address of mail")
    .requiredOption("-r, --role <role>", "role; may be given several times", many, [])
    .option("-p, --password <password>", "password; without it one is asked for on standard input")
    .option("--use-random-password", "make a password up and print it")
    .action(async (options: CreateOptions) => {
      const password = await passwordOf(context, options);
      const { username, firstname: first_name = "", lastname: last_name = "", email = "" } = options;
      const roles = options.role.map((name) => ({ name }));
      const body = { username, first_name, last_name, email, roles, password };
      await withApi(context, options, (client) => client.post(USERS, { body }));
      context.print(`User ${username} is made with role ${options.role.join(", ")}\n`);
    });
}

function list(parent: Command, context: CommandContext): void {
  acting(parent.command("list"))
    .description("list the users")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (options: PlaceOptions & { output: string }) => {
      const users = await withApi(context, options, allUsers);
      const rows = users.map((user): Row => ({ ...user, roles: user.roles.map(({ name }) => name).join(", ") }));
      context.print(await formatRows(rows, COLUMNS, readFormat(options.output)));
    });
}

function remove(parent: Command, context: CommandContext): void {
  ofUser(parent, "delete", "remove a user, with all sessions and tokens").action(async (options: NamedOptions) => {
    await withApi(context, options, (client) => client.delete(USER, named(options)));
    context.print(`User ${options.username} is gone\n`);
  });
}

function resetPassword(parent: Command, context: CommandContext): void {
  ofUser(parent, "reset-password", "set a new password; all sessions and tokens of the user end")
    .option("-p, --password <password>", "password; without it one is asked for on standard input")
    .option("--use-random-password", "make a password up and print it")
    .action(async (options: NamedOptions & { password?: string; useRandomPassword?: boolean }) => {
      const password = await passwordOf(context, options);
      await change(context, options, { password });
      context.print(`User ${options.username} has a new password\n`);
    });
}

function addRole(parent: Command, context: CommandContext): void {
  ofUser(parent, "add-role", "give a user a role")
    .requiredOption("-r, --role <role>", "name of the role")
    .action((options: NamedOptions & { role: string }) =>
      changeRoles(context, options, (roles) => [...roles, { name: options.role }]),
    );
}

function removeRole(parent: Command, context: CommandContext): void {
  ofUser(parent, "remove-role", "take a role from a user")
    .requiredOption("-r, --role <role>", "name of the role")
    .action((options: NamedOptions & { role: string }) =>
      changeRoles(context, options, (roles) => roles.filter(({ name }) => name !== options.role)),
    );
}

function activate(parent: Command, context: CommandContext): void {
  ofUser(parent, "activate", "let a user sign in again").action(async (options: NamedOptions) => {
    await change(context, options, { active: true });
    context.print(`User ${options.username} may sign in\n`);
  });
}

function deactivate(parent: Command, context: CommandContext): void {
  ofUser(parent, "deactivate", "let a user sign in no more; sessions and tokens end").action(
    async (options: NamedOptions) => {
      await change(context, options, { active: false });
      context.print(`User ${options.username} may not sign in any more\n`);
    },
  );
}

interface NamedOptions extends PlaceOptions {
  username: string;
}

function ofUser(parent: Command, name: string, about: string): Command {
  return acting(parent.command(name)).description(about).requiredOption("-u, --username <name>", "name of the user");
}

const many = (value: string, values: readonly string[]): string[] => [...values, value];

const named = ({ username }: NamedOptions) => ({ params: { path: { username } } });

async function change(context: CommandContext, options: NamedOptions, body: UserChange): Promise<void> {
  await withApi(context, options, (client) => client.patch(USER, { ...named(options), body }));
}

async function changeRoles(
  context: CommandContext,
  options: NamedOptions,
  changed: (roles: User["roles"]) => User["roles"],
): Promise<void> {
  const { roles } = await withApi(context, options, async (client) => {
    const user = await client.get(USER, named(options));
    return client.patch(USER, { ...named(options), body: { roles: changed(user.roles) } });
  });
  context.print(`User ${options.username} has role ${roles.map(({ name }) => name).join(", ") || "none"}\n`);
}

async function allUsers(client: MomijiClient) {
  const { items } = await import("@momiji/client");
  return Array.fromAsync(items(client, USERS));
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
  return readPassword(context, "--password, --use-random-password");
}
