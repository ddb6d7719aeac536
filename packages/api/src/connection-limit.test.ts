import { once } from "node:events";
import { get, type IncomingMessage, type RequestOptions } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { StoreError } from "@momiji/store";
import { expect, onTestFinished, test } from "vitest";
import { callerOf, LOCAL, testServer } from "./access/signed-in.testing.ts";

const local = { authorization: `Bearer ${LOCAL}` };

async function limited(limits: { connections: number; streams: number }) {
  const { server, store } = await testServer({ limits });
  await server.listen({ host: "127.0.0.1", port: 0 });
  const { port } = server.server.address() as AddressInfo;
  const ask = async (path: string, more: RequestOptions = {}): Promise<IncomingMessage> => {
    const asked = get({ host: "127.0.0.1", port, path, agent: false, headers: local, ...more });
    const [answer] = (await once(asked, "response")) as [IncomingMessage];
    onTestFinished(() => void answer.destroy());
    return answer;
  };
  /** A connection that has sent this, once the server knows of it. */
  const open = async (text: string): Promise<Socket> => {
    const accepted = once(server.server, "connection");
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => undefined);
    onTestFinished(() => void socket.destroy());
    socket.write(text);
    await accepted;
    return socket;
  };
  return { ask, open, server, store };
}

test("whoever sends a request in drops gives way to whoever sends a whole one, the longest first", async () => {
  const { ask, open } = await limited({ connections: 2, streams: 9 });
  const headers = await open("GET /livez HTTP/1.1\r\nHost: x\r\nX-Slow: ");
  const body = await open(
    `POST /api/v2/pools HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${LOCAL}\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{`,
  );
  const gone = [once(headers, "close"), once(body, "close")];
  const first = ask("/livez");
  await gone[0];
  expect((await first).statusCode).toBe(200);
  const stays = await ask("/api/momiji/v1/events?topics=home");
  expect(stays.statusCode).toBe(200);
  expect((await ask("/livez")).statusCode).toBe(200);
  await gone[1];
});

test("an idle connection is closed for a new one", async () => {
  const { ask, open } = await limited({ connections: 1, streams: 9 });
  const idle = await open("GET /livez HTTP/1.1\r\nHost: x\r\n\r\n");
  await once(idle, "data");
  const gone = once(idle, "close");
  expect((await ask("/livez")).statusCode).toBe(200);
  await gone;
});

test("where all are being answered a newcomer is told to come again", async () => {
  const { ask } = await limited({ connections: 1, streams: 9 });
  expect((await ask("/api/momiji/v1/events?topics=home")).statusCode).toBe(200);
  const refused = await ask("/livez");
  expect(refused.statusCode).toBe(503);
  expect(refused.headers).toMatchObject({ "retry-after": "5", connection: "close" });
});

test("streams have a limit of their own, and give their place back when they close", async () => {
  const { ask, server } = await limited({ connections: 100, streams: 1 });
  const path = "/api/momiji/v1/events?topics=home";
  const stream = await ask(path);
  const refused = await ask(path);
  expect([refused.statusCode, refused.headers["retry-after"]]).toEqual([503, "5"]);
  expect((await callerOf(server, local)("GET", "/api/v2/pools")).status).toBe(200);
  stream.destroy();
  let again = await ask(path);
  while (again.statusCode === 503) again = await ask(path);
  expect(again.statusCode).toBe(200);
});

test("what the store cannot do for now is told without the place of its file, with when to come again", async () => {
  const { store } = await testServer();
  const listPools = () => Promise.reject(new StoreError("store_full", "/secret/momiji.db: database or disk is full"));
  const full = new Proxy(store, {
    get: (known, name: keyof typeof store) => (name === "listPools" ? listPools : known[name]),
  });
  const { server } = await testServer({ store: full });
  const { status, body, headers } = await callerOf(server, local)("GET", "/api/v2/pools");
  expect([status, headers["retry-after"], body.code]).toEqual([507, "5", "store_full"]);
  expect(JSON.stringify(body)).not.toContain("secret");
});
