/**
 * The secrets backend of `secrets.backend: "@momiji/amazon/parameters-backend"` (Airflow's `SystemsManagerParameterStoreBackend`).
 */
import type { SecretsBackendFactory } from "@momiji/sdk";
import { ssmClient } from "./client/clients.ts";
import { isAskedFor, LOOKUP_KINDS, pathOf, readLookups } from "./secrets/lookup.ts";
import { accessOfOptions, checkOptions } from "./settings/settings-options.ts";

const openParameterStore: SecretsBackendFactory = (options) => {
  checkOptions(options, LOOKUP_KINDS);
  const lookups = readLookups(options, { connections: "/airflow/connections", variables: "/airflow/variables" });
  const access = accessOfOptions(options);
  const parameter = async (path: string): Promise<string | undefined> => {
    const { GetParameterCommand } = await import("@aws-sdk/client-ssm");
    const client = await ssmClient(access);
    const Name = path.startsWith("/") ? path : `/${path}`;
    try {
      return (await client.send(new GetParameterCommand({ Name, WithDecryption: true }))).Parameter?.Value;
    } catch (error) {
      if ((error as Error).name === "ParameterNotFound") return undefined;
      throw error;
    }
  };
  const asked = async (kind: "connections" | "variables", name: string): Promise<string | undefined> =>
    isAskedFor(lookups[kind], name) ? parameter(pathOf(lookups[kind], name, "/")) : undefined;
  return {
    name: "the AWS parameter store",
    variable: (key) => asked("variables", key),
    connection: (id) => asked("connections", id),
  };
};

export default openParameterStore;
