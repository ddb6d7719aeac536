/** The command line of this machine: it reads the token that only the server's user can read, and may do everything. */
import { allDags, grantedDags } from "@momiji/store";
import type { May } from "./access.ts";
import type { Permissions, Principal } from "./principal.ts";

const LONGEST_NAME = 512;

/** @param named whom the client says that it acts for, percent-encoded since headers hold ASCII alone; believed of this token only */
export function localPrincipal(named: string | undefined): Principal {
  const name = decoded((named ?? "").trim());
  return { id: null, name: name === "" ? "admin" : name.slice(0, LONGEST_NAME), roles: ["Admin"], how: "local" };
}

export const everything: Permissions = {
  may: () => true,
  mayEntity: () => Promise.resolve(true),
  mayDag: () => Promise.resolve(true),
  scope: (_entity, may: May) =>
    may === "read" ? allDags : grantedDags(null, may === "delete" ? "can_delete" : "can_edit"),
};

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
