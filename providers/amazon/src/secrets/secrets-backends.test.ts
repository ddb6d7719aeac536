import { randomUUID } from "node:crypto";
import { CreateSecretCommand, DeleteSecretCommand } from "@aws-sdk/client-secrets-manager";
import { PutParameterCommand } from "@aws-sdk/client-ssm";
import { parseConnectionJson, type Json } from "@momiji/core";
import type { SecretsBackend, SecretsBackendFactory } from "@momiji/sdk";
import { beforeAll, describe, expect, test } from "vitest";
import { secretsManagerClient, ssmClient } from "../client/clients.ts";
import openParameterStore from "../parameters-backend.ts";
import openSecretsManager from "../secrets-backend.ts";
import { accessOfOptions } from "../settings/settings-options.ts";
import { emulatorsNote, hasEmulators, ministack, moto, newAccount, REGION } from "../testing/emulators.testing.ts";

type Options = { readonly [name: string]: Json };

const open = async (factory: SecretsBackendFactory, options: Options): Promise<SecretsBackend> =>
  factory(options, { cwd: "/" });

async function connection(backend: SecretsBackend, id: string) {
  const found = await backend.connection?.(id);
  return found === undefined ? undefined : parseConnectionJson(id, found);
}

describe.runIf(hasEmulators).each([
  ["moto", moto],
  ["MiniStack", ministack],
])(`%s${emulatorsNote}`, (_, endpoint) => {
  const access = {
    endpoint_url: endpoint,
    region_name: REGION,
    aws_access_key_id: newAccount(),
    aws_secret_access_key: "test",
  };

  describe("Secrets Manager", () => {
    const prefix = randomUUID();
    const names = { connections_prefix: `${prefix}/connections`, variables_prefix: `${prefix}/variables` };
    const put = async (name: string, value: string): Promise<void> => {
      const client = await secretsManagerClient(accessOfOptions(access));
      await client.send(new CreateSecretCommand({ Name: name, SecretString: value }));
    };

    beforeAll(async () => {
      await put(`${prefix}/variables/region`, "tokyo");
      await put(`${prefix}/connections/uri`, "postgres://etl:s3cret@db:5432/sales");
      await put(`${prefix}/connections/fields`, '{ "conn_type": "http", "host": "api", "extra": { "a": 1 } }');
      await put(
        `${prefix}/connections/rds`,
        '{ "engine": "mysql", "username": "etl", "password": "a%20b", "server": "db", "port": "3306", "database": "x", "dbInstanceIdentifier": "i" }',
      );
      await put(`${prefix}/connections/words`, '{ "conn_type": "http", "benutzer": "etl" }');
      await put(`${prefix}/connections/broken`, "{ nothing");
      await put(`${prefix}-connections-uri`, "http://dashed");
      await put(`${prefix}/variables/gone`, "x");
      const client = await secretsManagerClient(accessOfOptions(access));
      await client.send(new DeleteSecretCommand({ SecretId: `${prefix}/variables/gone` }));
    });

    test("has variables and connections below Airflow's prefixes, and says of others that there are none", async () => {
      const backend = await open(openSecretsManager, { ...access, ...names });
      expect(await backend.variable?.("region")).toBe("tokyo");
      expect(await backend.variable?.("nobody")).toBeUndefined();
      expect(await backend.variable?.("gone")).toBeUndefined();
      expect(await connection(backend, "uri")).toMatchObject({ type: "postgres", login: "etl", password: "s3cret" });
      expect(await connection(backend, "fields")).toMatchObject({ type: "http", host: "api" });
      expect(await connection(backend, "nobody")).toBeUndefined();
    });

    test("reads the secrets that AWS writes for databases, and words of one's own", async () => {
      const backend = await open(openSecretsManager, { ...access, ...names, extra_conn_words: { user: ["benutzer"] } });
      const rds = { type: "mysql", login: "etl", password: "a%20b", host: "db", port: 3306, schema: "x" };
      expect(await connection(backend, "rds")).toMatchObject(rds);
      expect(await connection(backend, "words")).toMatchObject({ login: "etl" });
      const encoded = await open(openSecretsManager, { ...access, ...names, are_secret_values_urlencoded: true });
      expect(await connection(encoded, "rds")).toMatchObject({ password: "a b" });
      const fields = await open(openSecretsManager, { ...access, ...names, full_url_mode: false });
      await expect(fields.connection?.("uri")).rejects.toThrow(/is no JSON object/);
      await expect(backend.connection?.("broken")).rejects.toThrow(
        /^the secret begins like a JSON object and is none$/,
      );
    });

    test("is not asked where a prefix is null or a pattern does not fit, and takes another separator", async () => {
      const none = await open(openSecretsManager, { ...access, connections_prefix: null, variables_prefix: null });
      expect([await none.variable?.("region"), await none.connection?.("uri")]).toEqual([undefined, undefined]);
      const patterns = { variables_lookup_pattern: "^REG", connections_lookup_pattern: "^x" };
      const some = await open(openSecretsManager, { ...access, ...names, ...patterns });
      expect(await some.variable?.("region")).toBe("tokyo");
      expect(await some.connection?.("uri")).toBeUndefined();
      const dashed = { connections_prefix: `${prefix}-connections`, sep: "-" };
      expect(await connection(await open(openSecretsManager, { ...access, ...dashed }), "uri")).toMatchObject({
        host: "dashed",
      });
      const bare = await open(openSecretsManager, { ...access, variables_prefix: "" });
      expect(await bare.variable?.(`${prefix}/variables/region`)).toBe("tokyo");
    });
  });

  describe("the parameter store", () => {
    const prefix = randomUUID();
    const names = { connections_prefix: `${prefix}/connections`, variables_prefix: `/${prefix}/variables` };

    beforeAll(async () => {
      const client = await ssmClient(accessOfOptions(access));
      const put = (Name: string, Value: string): Promise<unknown> =>
        client.send(new PutParameterCommand({ Name, Value, Type: "SecureString" }));
      await put(`/${prefix}/variables/region`, "tokyo");
      await put(`/${prefix}/connections/uri`, "postgres://etl:s3cret@db:5432/sales");
    });

    test("has decrypted variables and connections below its prefixes, with or without the slash before them", async () => {
      const backend = await open(openParameterStore, { ...access, ...names });
      expect(await backend.variable?.("region")).toBe("tokyo");
      expect(await connection(backend, "uri")).toMatchObject({ type: "postgres", password: "s3cret" });
      expect([await backend.variable?.("nobody"), await connection(backend, "nobody")]).toEqual([undefined, undefined]);
    });

    test("is not asked where a pattern does not fit", async () => {
      const backend = await open(openParameterStore, { ...access, ...names, variables_lookup_pattern: "sql_" });
      expect(await backend.variable?.("region")).toBeUndefined();
    });
  });
});

test.each<[string, SecretsBackendFactory, Options, RegExp]>([
  ["an option that there is not", openSecretsManager, { prefix: "x" }, /there is no option prefix; known are .*sep/],
  [
    "a pattern that is none",
    openParameterStore,
    { variables_lookup_pattern: "(" },
    /variables_lookup_pattern is no pattern/,
  ],
  ["words for no field", openSecretsManager, { extra_conn_words: { nobody: ["x"] } }, /there is no field nobody/],
  ["a mode that is no answer", openSecretsManager, { full_url_mode: "no" }, /full_url_mode must be true or false/],
])("%s is refused when the backend is opened", async (...[, factory, options, message]) => {
  await expect(open(factory, options)).rejects.toThrow(message);
});

test("a backend that cannot be reached says so", async () => {
  const nowhere = { endpoint_url: "http://127.0.0.1:1", region_name: REGION };
  const keys = { aws_access_key_id: "x", aws_secret_access_key: "y" };
  const backend = await open(openParameterStore, { ...nowhere, ...keys });
  await expect(backend.variable?.("a")).rejects.toThrow(/ECONNREFUSED/);
});
