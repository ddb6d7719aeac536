/** The document of a server with everything switched on; no server runs for it. */
import { openSqliteStore } from "@momiji/store";
import { DEFAULT_ACCESS } from "../access/access-settings.ts";
import { RequestMetrics } from "../metrics.ts";
import { allRoutes } from "../routes.ts";
import { documentRoutes } from "../routes/documents.ts";
import { probeRoutes } from "../routes/probes.ts";
import { generateKey, KeyRing } from "../settings/key-ring.ts";
import { openApiDocument } from "./document.ts";
import { thinPlaces } from "./thin-places.ts";

/** The text of `openapi.json`. @throws Error with every place where it would leave the reader alone */
export async function openApiText(version: string): Promise<string> {
  const store = await openSqliteStore({ path: ":memory:" });
  const oidc = {
    issuer: "",
    clientId: "",
    clientSecret: "",
    publicUrl: "",
    scopes: [],
    groupsClaim: "",
    nameClaim: "",
    roles: [],
    defaultRole: "",
  };
  const options = {
    store,
    clock: { now: () => 0, setTimer: () => () => undefined },
    token: "",
    version,
    access: { ...DEFAULT_ACCESS, oidc },
    keys: new KeyRing([generateKey()]),
    saveKey: () => undefined,
    executors: new Map<string, number>(),
    catchupLimit: 0,
    reserialize: () => Promise.resolve(),
    removeDag: () => Promise.resolve(),
    onError: () => undefined,
  };
  try {
    const probes = probeRoutes(options, new RequestMetrics());
    const document = await openApiDocument([...allRoutes(options), ...probes, ...documentRoutes()], version);
    const thin = thinPlaces(document);
    if (thin.length > 0) throw new Error(`openapi.json is thin:\n${thin.join("\n")}`);
    return `${JSON.stringify(document, null, 1)}\n`;
  } finally {
    await store.close();
  }
}
