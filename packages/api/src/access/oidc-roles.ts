/** The roles of somebody whom an OpenID provider vouches for, by their groups there. */
import type { OidcSettings } from "./access-settings.ts";

/** In code point order, each once. */
export function rolesOfGroups(
  groups: readonly string[],
  { roles, defaultRole }: Pick<OidcSettings, "roles" | "defaultRole">,
): string[] {
  const mapped = roles.flatMap((line) => {
    const at = line.lastIndexOf("=");
    return at > 0 && groups.includes(line.slice(0, at)) ? [line.slice(at + 1)] : [];
  });
  const all = mapped.length === 0 && defaultRole !== "" ? [defaultRole] : mapped;
  return [...new Set(all)].sort();
}
