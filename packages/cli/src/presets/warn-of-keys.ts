/** Says at the start what is wrong with the keys, rather than at the first task that needs a secret. */
import type { KeyRing } from "@momiji/api";
import type { Store } from "@momiji/store";
import type { Home } from "../home.ts";
import { isKeyFileOpen } from "./secret-keys.ts";
import type { ServerLog } from "./server-log.ts";

interface Parts {
  readonly home: Home;
  readonly store: Store;
  readonly keys: KeyRing;
  readonly log: ServerLog;
}

export async function warnOfKeys({ home, store, keys, log }: Parts): Promise<void> {
  if (isKeyFileOpen(home)) log.warn(`others can read the keys of all secrets: chmod 600 ${home.keyFile}`);
  for (const [keyId, count] of await store.countSealed()) {
    if (keys.ids.includes(keyId)) continue;
    log.error(
      `${count} variables or connections are encrypted with the key ${keyId}, which is not in the key ring: ` +
        `put it back into core.secretKeys or ${home.keyFile}; \`momiji rotate-keys\` lists them`,
    );
  }
}
