import type { Connection } from "@momiji/sdk";
import { describe, expect, it } from "vitest";
import { awsAccess, findAccess } from "./find-access.ts";

const connection = (rest: Partial<Connection>): Connection => ({ id: "aws_default", type: "aws", extra: {}, ...rest });

describe("a connection of type aws", () => {
  it("gives keys, region and address as Airflow reads them", () => {
    const extra = { region_name: "ap-northeast-1", endpoint_url: "http://a", aws_session_token: "t" };
    const access = awsAccess(connection({ login: "AKIA", password: "secret", extra }), {});
    expect(access.settingsOf("ecs")).toMatchObject({
      region: "ap-northeast-1",
      endpoint: "http://a",
      credentials: { accessKeyId: "AKIA", secretAccessKey: "secret", sessionToken: "t" },
      retryMode: "adaptive",
    });
  });

  it("takes keys from extra too, an address for one service, and a region of the task before its own", () => {
    const extra = {
      aws_access_key_id: "AKIA",
      aws_secret_access_key: "secret",
      region_name: "us-east-1",
      service_config: { ecs: { endpoint_url: "http://ecs" } },
    };
    const access = awsAccess(connection({ extra }), { region: "eu-west-1" });
    expect(access.settingsOf("ecs")).toMatchObject({ region: "eu-west-1", endpoint: "http://ecs" });
    expect(access.settingsOf("logs")).not.toHaveProperty("endpoint");
  });

  it("leaves credentials to the SDK when there are none in it, and assumes a role when it names one", () => {
    expect(awsAccess(connection({}), {}).settingsOf("ecs")).not.toHaveProperty("credentials");
    const extra = { role_arn: "arn:aws:iam::123456789012:role/jobs", external_id: "x" };
    expect(awsAccess(connection({ extra }), {}).settingsOf("ecs").credentials).toBeTypeOf("function");
  });

  it.each([
    [{ login: "AKIA" }, /has the access key id without the secret access key/],
    [{ extra: { role_arn: "arn", assume_role_method: "assume_role_with_saml" } }, /only assume_role is known/],
    [{ extra: { region_name: 7 } }, /region_name must be a text/],
  ])("turns down %o in words", (rest, words) => {
    expect(() => awsAccess(connection(rest), {})).toThrow(words);
  });

  it("shares its identity with what may share clients, and with nothing else", () => {
    const one = awsAccess(connection({ login: "AKIA", password: "secret" }), {});
    expect(awsAccess(connection({ login: "AKIA", password: "secret" }), {}).identity).toBe(one.identity);
    expect(awsAccess(connection({ login: "AKIA", password: "other" }), {}).identity).not.toBe(one.identity);
    expect(one.identity).not.toContain("secret");
  });
});

describe("which connection a task means", () => {
  const masked: unknown[] = [];
  const ctx = {
    connections: {
      get: async (id: string) => (id === "mine" ? connection({ id, login: "AKIA", password: "secret" }) : undefined),
    },
    maskSecret: (value: unknown) => void masked.push(value),
  };

  it("is the one that it names, whose secrets are masked", async () => {
    expect((await findAccess(ctx, { connection: "mine" })).origin).toBe('the connection "mine"');
    expect(masked).toEqual(["secret"]);
  });

  it("is none when there is no aws_default, and with null", async () => {
    expect((await findAccess(ctx, {})).origin).toBe("the default credentials");
    expect((await findAccess(ctx, { connection: null })).origin).toBe("the default credentials");
  });

  it("is an error when the one that it names does not exist", async () => {
    await expect(findAccess(ctx, { connection: "yours" })).rejects.toThrow('there is no connection "yours"');
  });
});
