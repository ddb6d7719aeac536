/** Variables of the store. */
import type { ApiOptions } from "../api-options.ts";
import { ApiError } from "../errors.ts";
import type { Entities } from "../settings/bulk.ts";
import { presentListedVariable, presentVariable } from "../settings/present-settings.ts";
import { REDACTED } from "@momiji/core";
import type { VariableFields } from "../settings/settings-bodies.ts";
import { Vault } from "../settings/vault.ts";
import type { Route } from "../route.ts";
import { settingsRoutes, touched } from "./settings.ts";

export function variableRoutes({ store, keys, clock }: ApiOptions): readonly Route[] {
  const vault = new Vault(store, keys);
  const known = async (key: string) => {
    const variable = await vault.findVariable(key);
    if (variable === null) throw new ApiError("variable_not_found", [key]);
    return variable;
  };
  const entities = async (): Promise<Entities<VariableFields>> => {
    const { readVariable } = await import("../settings/settings-bodies.ts");
    return {
      read: readVariable,
      nameOf: ({ key }) => key,
      exists: async (key) => (await store.findVariable(key)) !== null,
      logged: async (key) => {
        const found = await store.findVariable(key);
        return found === null ? null : { key, value: REDACTED, description: found.description };
      },
      existsError: (key) => new ApiError("variable_exists", [key]),
      create: ({ key, value, description = null }, when) =>
        vault.putVariable({ key, value, description }, when, clock.now()),
      update: async (key, fields, mask) => {
        const before = await known(key);
        const { value = before.value, description = before.description } = touched(fields, mask);
        const kept = value === REDACTED ? before.value : value;
        await vault.putVariable({ key, value: kept, description }, "always", clock.now());
      },
      remove: async (key) => {
        if (!(await store.removeVariable(key))) throw new ApiError("variable_not_found", [key]);
      },
    };
  };
  return settingsRoutes({
    kind: "variables",
    name: "key",
    list: async () => (await vault.listVariables()).map(presentListedVariable),
    show: async (key) => presentVariable(await known(key)),
    readPatch: async (body) => (await import("../settings/settings-bodies.ts")).readVariable(body),
    entities,
  });
}
