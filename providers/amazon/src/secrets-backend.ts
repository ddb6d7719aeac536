/** The secrets backend of `secrets.backend: "@momiji/amazon/secrets-backend"` (Airflow's `SecretsManagerBackend`). */
import type { SecretsBackendFactory } from "@momiji/sdk";
import { secretsManagerClient } from "./client/clients.ts";
import { connectionOfSecret, readWords } from "./secrets/connection-secret.ts";
import { isAskedFor, LOOKUP_KINDS, pathOf, readLookups } from "./secrets/lookup.ts";
import { accessOfOptions, checkOptions } from "./settings/settings-options.ts";

const KINDS = {
  ...LOOKUP_KINDS,
  sep: "text",
  full_url_mode: "boolean",
  are_secret_values_urlencoded: "boolean",
  extra_conn_words: "any",
} as const;

const openSecretsManager: SecretsBackendFactory = (options) => {
  checkOptions(options, KINDS);
  const lookups = readLookups(options, { connections: "airflow/connections", variables: "airflow/variables" });
  const separator = typeof options["sep"] === "string" ? options["sep"] : "/";
  const { full_url_mode: isUrl, are_secret_values_urlencoded: isEncoded } = options;
  const reading = {
    words: readWords(options["extra_conn_words"]),
    mustBeFields: isUrl === false,
    isEncoded: isEncoded === true,
  };
  const access = accessOfOptions(options);
  const secret = async (path: string): Promise<string | undefined> => {
    const { GetSecretValueCommand } = await import("@aws-sdk/client-secrets-manager");
    const client = await secretsManagerClient(access);
    try {
      return (await client.send(new GetSecretValueCommand({ SecretId: path }))).SecretString;
    } catch (error) {
      if (isNone(error as Error)) return undefined;
      throw error;
    }
  };
  return {
    name: "AWS Secrets Manager",
    variable: async (key) =>
      isAskedFor(lookups.variables, key) ? secret(pathOf(lookups.variables, key, separator)) : undefined,
    connection: async (id) => {
      if (!isAskedFor(lookups.connections, id)) return undefined;
      const found = await secret(pathOf(lookups.connections, id, separator));
      return found === undefined ? undefined : connectionOfSecret(found, reading);
    },
  };
};

export default openSecretsManager;

/** A secret that is marked for deletion is none. */
function isNone({ name, message }: Error): boolean {
  return (
    name === "ResourceNotFoundException" ||
    (name === "InvalidRequestException" && message.toLowerCase().includes("delet"))
  );
}
