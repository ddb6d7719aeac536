import { expect, test } from "vitest";
import {
  askedFields,
  bodyOf,
  type Connection,
  type ConnectionType,
  fieldsOf,
  KEPT,
  NOTHING,
  problemOf,
  withType,
  withUri,
} from "./connection-form.ts";
import { readConnectionUri } from "./connection-uri.ts";

const POSTGRES: ConnectionType = {
  type: "postgres",
  label: "PostgreSQL",
  fields: { host: "server", login: "user", password: "password", schema: "database", port: "port" },
  extra: { sslmode: "how" },
  default_port: 5432,
  can_be_tested: false,
};

const DB: Connection = {
  connection_id: "db",
  conn_type: "postgres",
  description: null,
  host: "db.example.com",
  login: "etl",
  schema: null,
  port: 5432,
  password: KEPT,
  extra: '{"sslmode": "require", "token": "***", "keepalives": 1}',
  team_name: null,
};

test("what was not touched is sent without its secrets", () => {
  const fields = fieldsOf(DB, POSTGRES);
  expect(fields).toMatchObject({ extra: { sslmode: "require" }, port: "5432" });
  expect(JSON.parse(fields.other)).toEqual({ token: "***", keepalives: 1 });
  expect(bodyOf({ ...fields, host: "other" }, DB)).toEqual({
    connection_id: "db",
    conn_type: "postgres",
    description: null,
    host: "other",
    port: 5432,
    login: "etl",
    schema: null,
  });
});

test("a secret that was replaced or removed is sent, and a changed extra whole, with what is kept of it", () => {
  const fields = fieldsOf(DB, POSTGRES);
  expect(bodyOf({ ...fields, password: "new one" }, DB).password).toBe("new one");
  expect(bodyOf({ ...fields, password: "" }, DB).password).toBeNull();
  const { extra } = bodyOf({ ...fields, extra: { sslmode: "disable" } }, DB);
  expect(JSON.parse(extra ?? "")).toEqual({ sslmode: "disable", token: "***", keepalives: 1 });
});

test("fields of another type move into the rest of extra, and back", () => {
  const fields = fieldsOf(DB, POSTGRES);
  const other = withType(fields, undefined, "mine");
  expect(other).toMatchObject({ type: "mine", extra: {} });
  expect(JSON.parse(other.other)).toMatchObject({ sslmode: "require" });
  expect(withType(other, POSTGRES, "postgres")).toEqual(fields);
});

test("a form asks for what its type uses and for what has a value, and of an unknown type for all", () => {
  const aws: ConnectionType = { ...POSTGRES, type: "aws", fields: { login: "key", password: "secret" }, extra: {} };
  expect(askedFields({ ...NOTHING, host: "h" }, aws)).toEqual(["host", "login", "password"]);
  expect(askedFields(NOTHING, undefined)).toHaveLength(5);
});

test.each([
  [{ id: "a b" }, "id"],
  [{ type: " " }, "type"],
  [{ port: "70000" }, "port"],
  [{ other: "[1]" }, "extra"],
  [{}, null],
] as const)("%j: the problem is %s", (given, problem) => {
  expect(problemOf({ ...NOTHING, id: "db", type: "http", ...given })).toBe(problem);
});

test("a pasted URI fills the form", () => {
  const uri = readConnectionUri("postgresql://et%6C:p%40ss:w@[::1]:5433/sales?sslmode=require&a=b");
  expect(uri).toEqual({
    type: "postgres",
    host: "::1",
    login: "etl",
    password: "p@ss:w",
    schema: "sales",
    port: "5433",
    extra: '{"sslmode":"require","a":"b"}',
  });
  if (uri === null) throw new Error("it is one");
  const fields = withUri({ ...NOTHING, id: "db", description: "kept" }, uri, POSTGRES);
  expect(fields).toMatchObject({ id: "db", description: "kept", type: "postgres", extra: { sslmode: "require" } });
});

test.each([
  ["http://https://example.com/", { type: "http", host: "https://example.com" }],
  ["my-type://?__extra__=%7B%22n%22%3A1%7D", { type: "my_type", host: "", extra: '{"n":1}' }],
])("%s is read as Airflow reads it", (uri, parts) => {
  expect(readConnectionUri(uri)).toMatchObject(parts);
});

test.each(["", "no uri", "http://a:b:c", "http://%"])("%j is no URI", (uri) => {
  expect(readConnectionUri(uri)).toBeNull();
});
