/** Users, and what must stay: somebody who can let others in. */
import type { components } from "@momiji/client";

export type User = components["schemas"]["UserResponse"];

const ADMIN = "Admin";

function isAdmin({ active, roles }: User): boolean {
  return active && roles.some(({ name }) => name === ADMIN);
}

/** Without them nobody could sign in and do everything. */
export function isLastAdmin(users: readonly User[], user: User): boolean {
  return isAdmin(user) && !users.some((other) => other.username !== user.username && isAdmin(other));
}

export function fullName({ first_name: first, last_name: last }: User): string {
  return [first, last].filter((name) => name !== "").join(" ");
}
