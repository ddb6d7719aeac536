import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkConnection, connectionForTask, type ConnectionRecord, extraOf } from "./connection.ts";
import { connectionJson, parseConnectionJson, parseConnectionText } from "./connection-json.ts";
import { CONNECTION_TYPES } from "./connection-types.ts";
import { connectionUri, parseConnectionUri } from "./connection-uri.ts";
import { pythonJson } from "./python-json.ts";
import { isSensitiveName, redact, secretsIn } from "./sensitive-names.ts";

const EMPTY: ConnectionRecord = {
  connectionId: "c",
  type: "generic",
  description: null,
  host: null,
  login: null,
  password: null,
  schema: null,
  port: null,
  extra: null,
};

const text = fc.option(
  fc.string({ minLength: 1, maxLength: 20, unit: "binary" }).filter((value) => value.isWellFormed()),
);
const host = fc.oneof(text, fc.constantFrom("https://x.example", "db", "10.0.0.1", "::1", "/var/run/pg", "a://b://c"));
const extra = fc.option(
  fc
    .dictionary(fc.string({ minLength: 1, maxLength: 8 }), fc.oneof(fc.string(), fc.jsonValue()), { maxKeys: 4 })
    .map((value) => JSON.stringify(value)),
);
const record = fc.record({
  connectionId: fc.constant("c"),
  type: fc.constantFrom("postgres", "http", "aws", "google_cloud_platform", "generic"),
  description: fc.constant(null),
  host,
  login: text,
  password: text,
  schema: text,
  port: fc.option(fc.integer({ min: 1, max: 65_535 })),
  extra,
});

function withParsedExtra(connection: ConnectionRecord): unknown {
  return { ...connection, extra: extraOf(connection) };
}

describe("a connection's URI", () => {
  test("comes back as the same connection, whatever its fields hold", () => {
    fc.assert(
      fc.property(record, (connection) => {
        expect(withParsedExtra(parseConnectionUri("c", connectionUri(connection)))).toEqual(
          withParsedExtra(connection),
        );
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    [
      "postgresql://u:p%40ss@db:5432/sales",
      { type: "postgres", login: "u", password: "p@ss", host: "db", port: 5432, schema: "sales" },
    ],
    ["http://https://api.example/?timeout=3", { type: "http", host: "https://api.example", extra: '{"timeout":"3"}' }],
    ["google-cloud-platform://", { type: "google_cloud_platform" }],
    [
      "aws://AKIA:s%2Fk@/?region_name=eu-west-1",
      { type: "aws", login: "AKIA", password: "s/k", extra: '{"region_name":"eu-west-1"}' },
    ],
    ["generic://?__extra__=%7B%22a%22%3A+%5B1%5D%7D", { extra: '{"a": [1]}' }],
    ["sqlite:///%2Ftmp%2Fx.db", { type: "sqlite", schema: "/tmp/x.db" }],
    ["ssh://:only@h", { type: "ssh", host: "h", password: "only" }],
    ["ssh://@:22", { type: "ssh", port: 22 }],
    ["redis://[::1]:6379", { type: "redis", host: "::1", port: 6379 }],
    ["http://h/?blank=", { type: "http", host: "h", extra: '{"blank":""}' }],
  ])("%s is read as Airflow reads it", (uri, fields) => {
    expect(parseConnectionUri("c", uri)).toEqual({ ...EMPTY, ...fields });
  });

  test.each(["no uri", "http://a:b@://c", "postgres://h:port", "postgres://h:99999", "x://%FF", "x://?__extra__=[1]"])(
    "%s is refused by a message that shows none of it",
    (uri) => {
      expect(() => parseConnectionUri("name", uri)).toThrow(/connection name/);
      expect(() => parseConnectionUri("name", `${uri}/secret`)).not.toThrow(/secret/);
    },
  );
});

describe("a connection as JSON", () => {
  test("comes back as the same connection, as an object and as text", () => {
    fc.assert(
      fc.property(record, (connection) => {
        const json = connectionJson(connection);
        expect(withParsedExtra(parseConnectionJson("c", json))).toEqual(withParsedExtra(connection));
        expect(withParsedExtra(parseConnectionText("c", ` ${JSON.stringify(json)}`))).toEqual(
          withParsedExtra(connection),
        );
      }),
    );
  });

  test("extra may be an object or its text; numbers may stand where texts are meant", () => {
    const given = { conn_type: "http", port: "8080", login: 7, extra: { a: 1 }, description: null };
    expect(parseConnectionJson("c", given)).toEqual({
      ...EMPTY,
      type: "http",
      port: 8080,
      login: "7",
      extra: '{"a":1}',
    });
    expect(parseConnectionJson("c", { conn_type: "x", extra: '{"a": 1}' }).extra).toBe('{"a": 1}');
  });

  test.each([
    [{ conn_type: "x", pasword: "p" }, "there is no field pasword"],
    [{}, "has no type"],
    [{ conn_type: "x", port: "eighty" }, "port must be a whole number"],
    [{ conn_type: "x", extra: "[]" }, "extra must be a JSON object"],
    [[], "expected an object"],
  ])("%j is refused", (given, message) => {
    expect(() => parseConnectionJson("c", given)).toThrow(message);
  });

  test("broken JSON is not quoted back", () => {
    expect(() => parseConnectionText("c", '{"password": "hunter2"')).toThrow(
      /^connection c: what begins with "{" is not valid JSON$/,
    );
  });
});

test("ids are letters, digits, dots, dashes and underscores", () => {
  expect(() => checkConnection({ ...EMPTY, connectionId: "a b!" })).toThrow("no connection id");
  expect(checkConnection({ ...EMPTY, connectionId: "a.b-c_1" }).connectionId).toBe("a.b-c_1");
});

test("a task sees the fields that have a value, and extra as an object", () => {
  expect(connectionForTask({ ...EMPTY, host: "h", extra: '{"a": 1}' })).toEqual({
    id: "c",
    type: "generic",
    host: "h",
    extra: { a: 1 },
  });
});

test("known types are known once", () => {
  const types = CONNECTION_TYPES.map(({ type }) => type);
  expect(new Set(types).size).toBe(types.length);
  expect(types).toEqual(
    expect.arrayContaining([
      "http",
      "postgres",
      "mysql",
      "aws",
      "smtp",
      "slack",
      "docker",
      "kubernetes",
      "sqlite",
      "ssh",
    ]),
  );
});

test("a name is sensitive by the words in it", () => {
  expect(["SLACK_TOKEN", "db-password", "api-key", "x_ApiKey"].map(isSensitiveName)).toEqual([true, true, true, true]);
  expect(["greeting", "host", "key"].map(isSensitiveName)).toEqual([false, false, false]);
});

test("what lies under a sensitive name is hidden, and found", () => {
  const value = { region: "eu", nested: [{ "api-key": "k", n: 1 }], private_key: { text: "t", n: 2 }, token: null };
  expect(redact(value)).toEqual({
    region: "eu",
    nested: [{ "api-key": "***", n: 1 }],
    private_key: "***",
    token: null,
  });
  expect(secretsIn(value)).toEqual(["k", "t", "2"]);
});

test("JSON is written as Python writes it", () => {
  expect(pythonJson({ a: [1, { b: null }], ü: "é\n", t: true })).toBe(
    '{"a": [1, {"b": null}], "\\u00fc": "\\u00e9\\n", "t": true}',
  );
});
