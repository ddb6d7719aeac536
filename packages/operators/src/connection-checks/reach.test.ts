/** What a server connects to for others: public addresses, looked at after names were resolved, and resolved once. */
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Connection, Reach } from "@momiji/sdk";
import { describe, expect, onTestFinished, test } from "vitest";
import { SmtpSink } from "../smtp-sink.testing.ts";
import { checkHttp } from "./http.ts";
import { filesOf } from "./folders.ts";
import { publicAddresses } from "./reach.ts";
import { checkSlack } from "./slack.ts";
import { checkSmtp } from "./smtp.ts";

const itself = (host: string) => Promise.resolve([host]);
const signal = () => AbortSignal.timeout(10_000);

function connection(fields: Partial<Connection>): Connection {
  return { id: "c", type: "http", extra: {}, ...fields };
}

describe("an address", () => {
  test.each([
    ["127.0.0.1"],
    ["127.9.9.9"],
    ["0.0.0.0"],
    ["10.1.2.3"],
    ["100.64.0.1"],
    ["169.254.169.254"],
    ["172.31.255.255"],
    ["192.168.0.1"],
    ["198.18.0.1"],
    ["224.0.0.1"],
    ["255.255.255.255"],
    ["::"],
    ["::1"],
    ["::7f00:1"],
    ["::ffff:127.0.0.1"],
    ["::ffff:a9fe:a9fe"],
    ["64:ff9b::a00:1"],
    ["fe80::1"],
    ["fd00:ec2::254"],
    ["2002:7f00:1::"],
    ["ff02::1"],
  ])("%s is refused", async (address) => {
    await expect(publicAddresses([], itself).addressOf(address)).rejects.toThrow("may not connect to");
  });

  test.each([["8.8.8.8"], ["172.32.0.1"], ["100.128.0.1"], ["2606:4700::1111"]])("%s is public", async (address) => {
    expect(await publicAddresses([], itself).addressOf(address)).toBe(address);
  });

  test.each([
    ["10.0.0.0/8", "10.1.2.3", "192.168.1.7"],
    ["fd00::/8", "fd12::1", "fe80::1"],
    ["192.168.1.7", "192.168.1.7", "192.168.1.8"],
  ])("of the network %s is allowed, and no other", async (network, address, outside) => {
    expect(await publicAddresses([network], itself).addressOf(address)).toBe(address);
    await expect(publicAddresses([network], itself).addressOf(outside)).rejects.toThrow("may not connect");
  });

  test.each([["10.0.0.0/33"], ["10.0.0/8"], ["fd00::/129"], ["somewhere"], ["10.0.0.0/"], [""]])(
    "%j is no network",
    (network) => {
      expect(() => publicAddresses([network])).toThrow("is no network");
    },
  );

  test.each([["localhost"], ["127.1"], ["2130706433"], ["0x7f000001"], ["017700000001"]])(
    "%s is this machine, however it is written",
    async (name) => {
      await expect(publicAddresses([]).addressOf(name)).rejects.toThrow("may not connect to");
    },
  );

  test("of a name that has several is one that is allowed", async () => {
    const both = async () => ["10.0.0.1", "8.8.8.8"];
    expect(await publicAddresses([], both).addressOf("both.example")).toBe("8.8.8.8");
  });
});

async function listening(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<number> {
  const server = createServer(answer);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return (server.address() as AddressInfo).port;
}

/** The second answer for a name is another one, as of a server of names that wants to get in. */
function rebinding(first: string, then: string) {
  const asked: string[] = [];
  const resolve = (host: string) => {
    asked.push(host);
    return Promise.resolve([asked.length === 1 ? first : then]);
  };
  return { asked, resolve };
}

/** As a server is. */
function limited(...networks: Parameters<typeof publicAddresses>): Reach {
  return { ...publicAddresses(...networks), ...filesOf([]) };
}

describe("a check", () => {
  test("connects to the address that was looked at, under the name that was asked for", async () => {
    const hosts: unknown[] = [];
    const port = await listening(({ headers }, response) => {
      hosts.push(headers.host);
      response.end("hello");
    });
    const { asked, resolve } = rebinding("127.0.0.1", "169.254.169.254");
    const reach = limited(["127.0.0.1"], resolve);
    const found = await checkHttp(connection({ host: "some.example", port }), signal(), reach);
    expect(found).toBe(`GET http://some.example:${port}/ answered 200`);
    expect([hosts, asked]).toEqual([[`some.example:${port}`], ["some.example"]]);
  });

  test("follows a redirect, without credentials to another place, but to nothing that is refused", async () => {
    const seen: unknown[] = [];
    const port = await listening(({ url, headers }, response) => {
      seen.push([url, headers.host?.split(":")[0], headers.authorization]);
      const to = url === "/" ? `http://second.example:${port}/on` : "http://127.0.0.2/latest/meta-data";
      response.writeHead(302, { location: to }).end();
    });
    const resolve = async (host: string) => [host.endsWith(".example") ? "127.0.0.1" : host];
    const reach = limited(["127.0.0.1"], resolve);
    const asked = checkHttp(connection({ host: "first.example", port, login: "me", password: "p" }), signal(), reach);
    await expect(asked).rejects.toThrow("the server may not connect to 127.0.0.2");
    expect(seen).toEqual([
      ["/", "first.example", `Basic ${btoa("me:p")}`],
      ["/on", "second.example", undefined],
    ]);
  });

  test("gives up a server that redirects for ever", async () => {
    const port = await listening(({ url }, response) => void response.writeHead(302, { location: `${url}x` }).end());
    const asked = checkHttp(connection({ host: "127.0.0.1", port }), signal(), limited(["127.0.0.1"]));
    await expect(asked).rejects.toThrow("answered 302");
  });

  test.each([
    ["http", checkHttp, { host: "127.0.0.1", port: 1 }],
    ["http", checkHttp, { host: "http://[::1]:1" }],
    ["http", checkHttp, { host: "http://169.254.169.254" }],
    ["slack", checkSlack, { password: "x", extra: { base_url: "http://127.0.0.1:1/" } }],
    ["smtp", checkSmtp, { host: "127.0.0.1", port: 1 }],
  ])("of %s opens no connection to what is refused", async (_type, check, fields) => {
    await expect(check(connection(fields), signal(), limited([]))).rejects.toThrow("the server may not connect");
  });

  test("of another kind of address is none", async () => {
    const asked = checkHttp(connection({ host: "file:///etc/passwd" }), signal(), limited([]));
    await expect(asked).rejects.toThrow("is not how a web server is asked");
  });

  test("of a mail server connects to the address that was looked at", async () => {
    const sink = new SmtpSink();
    onTestFinished(() => sink.close());
    const port = await sink.listen();
    const { asked, resolve } = rebinding("127.0.0.1", "10.0.0.1");
    const reach = limited(["127.0.0.1"], resolve);
    expect(await checkSmtp(connection({ host: "mail.example", port }), signal(), reach)).toContain(
      "mail.example answered",
    );
    expect(asked).toEqual(["mail.example"]);
  });
});
