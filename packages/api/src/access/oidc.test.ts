import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";
import { beforeAll, describe, expect, test } from "vitest";
import { rolesOfGroups } from "./oidc-roles.ts";
import { callerOf, type Tested, testServer } from "./signed-in.testing.ts";

const PUBLIC = "http://localhost:9";
const GROUPS: { [login: string]: string[] } = { rin: ["data", "ops"], aoi: ["data"], guest: ["elsewhere"] };

let issuer = "";

beforeAll(async () => {
  const web = createServer();
  web.listen(0, "127.0.0.1");
  await once(web, "listening");
  issuer = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: "momiji",
        client_secret: "its secret",
        redirect_uris: [`${PUBLIC}/auth/oidc/callback`],
        grant_types: ["authorization_code"],
      },
    ],
    claims: { openid: ["sub"], profile: ["preferred_username", "groups"], email: ["email"] },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, preferred_username: id, email: `${id}@example.com`, groups: GROUPS[id] }),
    }),
    cookies: { keys: ["of this test"] },
    features: { devInteractions: { enabled: true } },
  });
  const answer = provider.callback();
  web.on("request", (request, response) => void answer(request, response));
  return () => void web.close();
});

async function momiji(): Promise<Tested> {
  const oidc = {
    issuer,
    clientId: "momiji",
    clientSecret: "its secret",
    publicUrl: PUBLIC,
    scopes: ["openid", "profile", "email"],
    groupsClaim: "groups",
    nameClaim: "preferred_username",
    roles: ["data=Viewer", "ops=Op"],
    defaultRole: "",
  };
  const lifetimes = { sessionSeconds: 60, tokenSeconds: 60, cliTokenSeconds: 60 };
  return testServer({ access: { place: { basePath: "/", isSecure: false }, lifetimes, oidc } });
}

/** A browser at the provider: keeps its cookies, signs in, agrees, and is sent back with this query. */
async function atProvider(start: string, login: string): Promise<URL> {
  const jar = new Map<string, string>();
  const go = async (url: string, form?: { [field: string]: string }): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const body = form === undefined ? {} : { method: "POST", body: new URLSearchParams(form) };
    const answer = await fetch(new URL(url, issuer), { headers: { cookie }, redirect: "manual", ...body });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      jar.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    return answer;
  };
  let url = start;
  for (;;) {
    const answer = await go(url);
    const next = answer.headers.get("location");
    if (next === null) {
      const prompt = (await answer.text()).includes('value="login"') ? "login" : "consent";
      const done = await go(url, prompt === "login" ? { prompt, login, password: "any" } : { prompt });
      url = done.headers.get("location") ?? "";
    } else if (next.startsWith(PUBLIC)) return new URL(next);
    else url = next;
  }
}

async function signIn(at: Tested, login: string) {
  const begun = await callerOf(at.server, {})("GET", "/auth/oidc/login?next=/dags");
  const kept = String(begun.headers["set-cookie"]).split(";")[0] ?? "";
  const back = await atProvider(String(begun.headers.location), login);
  const finish = (cookie: string, query = back.search) =>
    callerOf(at.server, { cookie })("GET", `/auth/oidc/callback${query}`);
  return { finish, kept, answer: await finish(kept) };
}

const sessionOf = (headers: { readonly [name: string]: unknown }): string =>
  (headers["set-cookie"] as string[]).map((line) => line.split(";")[0]).join("; ");

describe("a person whom the provider vouches for", () => {
  test("gets the roles of their groups, and those that they have then with the next login", async () => {
    const at = await momiji();
    const { answer } = await signIn(at, "rin");
    expect([answer.status, answer.headers.location]).toEqual([303, "/dags"]);
    const call = callerOf(at.server, { cookie: sessionOf(answer.headers) });
    expect((await call("GET", "/api/momiji/v1/me")).body).toEqual({
      username: "rin",
      roles: ["Op", "Viewer"],
      how: "session",
    });
    GROUPS.rin = ["data"];
    const again = await signIn(at, "rin");
    expect((await call("GET", "/api/momiji/v1/me")).status).toBe(401);
    const later = callerOf(at.server, { cookie: sessionOf(again.answer.headers) });
    expect((await later("GET", "/api/momiji/v1/me")).body).toMatchObject({ roles: ["Viewer"] });
    expect(await at.store.listUsers()).toHaveLength(1);
  });

  test("does not come in without a group that counts, nor once switched off, nor under another's name", async () => {
    const at = await momiji();
    expect((await signIn(at, "guest")).answer.body.code).toBe("oidc_no_role");
    const { answer } = await signIn(at, "aoi");
    expect(answer.status).toBe(303);
    const [aoi] = await at.store.listUsers();
    await at.store.changeUser(aoi?.id ?? 0, { isActive: false }, { now: 0, events: [] });
    expect((await signIn(at, "aoi")).answer.body.code).toBe("oidc_no_role");
    await at.user("rin", ["Admin"]);
    expect((await signIn(at, "rin")).answer.body.code).toBe("oidc_name_taken");
  });

  test("comes back to the browser that they left with, once, with what the provider said", async () => {
    const at = await momiji();
    const { finish, kept } = await signIn(at, "aoi");
    const other = await callerOf(at.server, {})("GET", "/auth/oidc/login");
    const othersCookie = String(other.headers["set-cookie"]).split(";")[0] ?? "";
    for (const answer of [
      await finish(""),
      await finish("momiji_login=e30"),
      await finish(othersCookie),
      await finish(kept),
      await finish(kept, "?code=x&state=y"),
    ])
      expect([answer.status, answer.body.code]).toEqual([401, "oidc_failed"]);
  });
});

test("groups give their roles, each once; who is in none has the default one, if there is one", () => {
  const roles = ["data=Viewer", "cn=a=b=Op", "more=Viewer"];
  expect(rolesOfGroups(["more", "cn=a=b", "data"], { roles, defaultRole: "User" })).toEqual(["Op", "Viewer"]);
  expect(rolesOfGroups(["none"], { roles, defaultRole: "User" })).toEqual(["User"]);
  expect(rolesOfGroups(["none"], { roles, defaultRole: "" })).toEqual([]);
});
