import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Connection } from "@momiji/sdk";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectionChecks } from "./connection-checks.ts";
import { filesOf } from "./connection-checks/folders.ts";
import { anywhere } from "./connection-checks/reach.ts";
import { SmtpSink } from "./smtp-sink.testing.ts";

const folder = mkdtempSync(join(tmpdir(), "momiji-checks-"));
const sink = new SmtpSink();
let server: Server;
let web = "";
let smtpPort = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    const isKnown = request.headers.authorization === `Basic ${btoa("me:right")}`;
    if (request.url === "/auth.test") {
      const isToken = request.headers.authorization === "Bearer xoxb-1";
      response.end(
        JSON.stringify(isToken ? { ok: true, user: "bot", team: "T" } : { ok: false, error: "invalid_auth" }),
      );
    } else response.writeHead(isKnown ? 200 : 401).end(isKnown ? "hello" : "who are you");
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  web = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  smtpPort = await sink.listen();
});

afterAll(() => {
  server.close();
  sink.close();
  rmSync(folder, { recursive: true, force: true });
});

function check(type: string, fields: Partial<Connection>): Promise<string> {
  const asked = connectionChecks.get(type);
  if (asked === undefined) throw new Error(`${type} has no check`);
  return asked({ id: "c", type, extra: {}, ...fields }, AbortSignal.timeout(10_000), anywhere);
}

test("http: its address answers with its credentials, or says what it answered", async () => {
  expect(await check("http", { host: web, login: "me", password: "right" })).toBe(`GET ${web}/ answered 200`);
  await expect(check("http", { host: web, login: "me", password: "wrong" })).rejects.toThrow(
    "answered 401: who are you",
  );
  await expect(check("http", { host: "http://127.0.0.1:1" })).rejects.toThrow(/127\.0\.0\.1:1/);
  await expect(check("http", {})).rejects.toThrow("a connection with a host");
});

test("smtp: the server greets and takes the login, and no mail is sent", async () => {
  const fields = { host: "127.0.0.1", port: smtpPort, login: "me", password: "p" };
  expect(await check("smtp", fields)).toBe("the mail server at 127.0.0.1 answered, and took the login of me");
  expect(sink.mails).toEqual([]);
  await expect(check("smtp", { host: "127.0.0.1", port: 1 })).rejects.toThrow("ECONNREFUSED");
});

test("fs and sqlite: what they name is there, is read, and is not made", async () => {
  const file = join(folder, "some.db");
  await expect(check("sqlite", { host: file })).rejects.toThrow("is not there");
  const db = new DatabaseSync(file);
  db.exec("CREATE TABLE a (b)");
  db.close();
  expect(await check("sqlite", { host: file })).toBe(`${file} is a database of 1 tables`);
  writeFileSync(join(folder, "text"), "no database, but longer than a header of one would be".repeat(10));
  await expect(check("sqlite", { host: join(folder, "text") })).rejects.toThrow("not a database");
  expect(await check("fs", { extra: { path: folder } })).toBe(`${folder} is a folder`);
  await expect(check("fs", { extra: { path: join(folder, "none") } })).rejects.toThrow("is not there");
  await expect(check("fs", {})).rejects.toThrow("has no path");
});

test("a server looks at the files of some folders, and tells nothing of others", async () => {
  const inside = join(folder, "inside");
  mkdirSync(inside);
  writeFileSync(join(inside, "data"), "");
  symlinkSync(join(folder, "secret"), join(inside, "out"));
  symlinkSync(join(folder, "nothing"), join(inside, "nowhere"));
  symlinkSync(folder, join(inside, "above"));
  writeFileSync(join(folder, "secret"), "");
  const files = { ...anywhere, ...filesOf([inside]) };
  const look = (type: string, path: string): Promise<string> => {
    const connection = { id: "c", type, host: path, extra: {} };
    return (
      connectionChecks.get(type)?.(connection, AbortSignal.timeout(10_000), files) ?? Promise.reject(new Error(type))
    );
  };
  expect(await look("fs", join(inside, "data"))).toBe(`${join(inside, "data")} is a file`);
  await expect(look("fs", join(inside, "none"))).rejects.toThrow("is not there");
  const elsewhere = [
    join(folder, "secret"),
    join(folder, "none"),
    join(inside, "..", "secret"),
    join(inside, "out"),
    "/etc/passwd",
  ];
  const linked = [join(inside, "nowhere"), join(inside, "above", "secret"), join(inside, "above", "none")];
  for (const path of [...elsewhere, ...linked, `${inside}-2`, "data"])
    for (const type of ["fs", "sqlite"]) await expect(look(type, path)).rejects.toThrow("the server may not look at");
  await expect(filesOf([]).pathOf("/")).rejects.toThrow("core.testConnectionFolders");
});

test("slack: the token is known", async () => {
  const extra = { base_url: `${web}/` };
  expect(await check("slack", { password: "xoxb-1", extra })).toBe("Slack knows it as bot of T");
  await expect(check("slack", { password: "other", extra })).rejects.toThrow("refused the token: invalid_auth");
  await expect(check("slack", { extra })).rejects.toThrow("has no token");
});
