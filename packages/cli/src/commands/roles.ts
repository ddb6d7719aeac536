/** `momiji roles ...`: as Airflow's with its FAB auth manager. */
import type { Command } from "commander";
import type { CommandContext, Register } from "../context.ts";
import { formatRows, readFormat } from "../output.ts";
import { withApi } from "../presets/api-in-process.ts";
import { acting, type PlaceOptions } from "../server/place.ts";

const ROLES = "/auth/fab/v1/roles";
const ROLE = "/auth/fab/v1/roles/{role_name}";

interface Options extends PlaceOptions {
  output: string;
}

interface Action {
  readonly action: { readonly name: string };
  readonly resource: { readonly name: string };
}

export const registerRoles: Register = (parent, context) => {
  const roles = parent.command("roles").description("list, make, change and remove roles");
  for (const register of [list, permissions, create, remove, addPerms, delPerms]) register(roles, context);
};

function command(parent: Command, name: string, about: string): Command {
  return acting(parent.command(name))
    .description(about)
    .option("-o, --output <format>", "table, json, yaml or plain", "table");
}

function list(parent: Command, context: CommandContext): void {
  command(parent, "list", "list the roles")
    .option("-p, --permission", "with what each may do")
    .action(async (options: Options & { permission?: boolean }) => {
      const { roles } = await withApi(context, options, (client) => client.get(ROLES));
      const rows =
        options.permission === true
          ? roles.flatMap(({ name, actions }) => actions.map((action) => ({ name, permission: textOf(action) })))
          : roles.map(({ name, actions }) => ({ name, permissions: actions.length }));
      const columns = ["name", options.permission === true ? "permission" : "permissions"];
      context.print(await formatRows(rows, columns, readFormat(options.output)));
    });
}

function permissions(parent: Command, context: CommandContext): void {
  command(parent, "permissions", "list what a role can be allowed, besides single DAGs").action(
    async (options: Options) => {
      const { actions } = await withApi(context, options, (client) => client.get("/auth/fab/v1/permissions"));
      const rows = actions.map((action) => ({ permission: textOf(action) }));
      context.print(await formatRows(rows, ["permission"], readFormat(options.output)));
    },
  );
}

function create(parent: Command, context: CommandContext): void {
  command(parent, "create", "make roles without permissions")
    .argument("<role...>", "names of the roles")
    .action(async (names: string[], options: Options) => {
      for (const name of names) await withApi(context, options, (client) => client.post(ROLES, { body: { name } }));
      context.print(`${names.join(", ")} made\n`);
    });
}

function remove(parent: Command, context: CommandContext): void {
  command(parent, "delete", "remove roles, also from the users that have them")
    .argument("<role...>", "names of the roles")
    .action(async (names: string[], options: Options) => {
      for (const name of names) await withApi(context, options, (client) => client.delete(ROLE, named(name)));
      context.print(`${names.join(", ")} gone\n`);
    });
}

interface PermsOptions extends Options {
  action: string[];
  resource: string[];
}

function perms(parent: Command, name: string, about: string): Command {
  return command(parent, name, about)
    .argument("<role>", "name of the role")
    .requiredOption("-a, --action <action>", "can_read, can_create, can_edit or can_delete; several times", many, [])
    .requiredOption("-r, --resource <resource>", "DAG Runs, DAG:my_dag, ...; several times", many, []);
}

function addPerms(parent: Command, context: CommandContext): void {
  perms(parent, "add-perms", "allow a role each action on each resource").action(
    (role: string, options: PermsOptions) =>
      change(context, { role, options }, (known) => [
        ...known,
        ...asked(options).filter((one) => !known.some((action) => textOf(action) === textOf(one))),
      ]),
  );
}

function delPerms(parent: Command, context: CommandContext): void {
  perms(parent, "del-perms", "take from a role each action on each resource").action(
    (role: string, options: PermsOptions) =>
      change(context, { role, options }, (known) =>
        known.filter((action) => !asked(options).some((one) => textOf(action) === textOf(one))),
      ),
  );
}

const many = (value: string, values: readonly string[]): string[] => [...values, value];
const named = (role: string) => ({ params: { path: { role_name: role } } });
const textOf = ({ action, resource }: Action): string => `${action.name} on ${resource.name}`;

function asked({ action, resource }: PermsOptions): Action[] {
  return action.flatMap((one) => resource.map((name) => ({ action: { name: one }, resource: { name } })));
}

async function change(
  context: CommandContext,
  { role, options }: { readonly role: string; readonly options: PermsOptions },
  changed: (actions: readonly Action[]) => readonly Action[],
): Promise<void> {
  const { actions } = await withApi(context, options, async (client) => {
    const before = await client.get(ROLE, named(role));
    return client.patch(ROLE, { ...named(role), body: { actions: changed(before.actions) } });
  });
  context.print(`${role} may: ${actions.map(textOf).join(", ") || "nothing"}\n`);
}
