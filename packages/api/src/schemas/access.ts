/** Bodies about users, roles, tokens and logins; those of Airflow's FAB auth manager where it has them. */
import { z } from "zod";
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from "../access/password.ts";

const Password = z.string().min(SHORTEST_PASSWORD).max(LONGEST_PASSWORD);
const Name = z.string().min(1).max(256);
const DateTime = z.string().nullable();
const RoleRef = z.object({ name: Name });
const ActionResource = z.object({ action: z.object({ name: Name }), resource: z.object({ name: Name }) });

export const LoginBody = z.object({ username: z.string(), password: z.string() });
export const LoginForm = LoginBody.extend({ next: z.string().optional() });
export const LoginQuery = z.object({ next: z.string().optional(), error: z.string().optional() });
export const LoginAnswer = z.object({ access_token: z.string() });

export const UserBody = z.strictObject({
  username: Name,
  first_name: z.string().max(256).default(""),
  last_name: z.string().max(256).default(""),
  email: z.string().max(512).default(""),
  roles: z.array(RoleRef).default([]),
  /** Absent: cannot sign in with a password. */
  password: Password.optional(),
});

export const UserPatch = z.strictObject({
  username: Name.optional(),
  first_name: z.string().max(256).optional(),
  last_name: z.string().max(256).optional(),
  email: z.string().max(512).optional(),
  roles: z.array(RoleRef).optional(),
  password: Password.optional(),
  active: z.boolean().optional(),
});

export const User = z.object({
  username: z.string(),
  first_name: z.string(),
  last_name: z.string(),
  email: z.string(),
  roles: z.array(RoleRef),
  active: z.boolean(),
  last_login: DateTime,
  login_count: z.number().int(),
  failed_login_count: z.number().int(),
  created_on: DateTime,
  changed_on: DateTime,
});
export const Users = z.object({ users: z.array(User), total_entries: z.number().int() });

export const RoleBody = z.strictObject({ name: Name, actions: z.array(ActionResource).default([]) });
export const RolePatch = z.strictObject({ name: Name.optional(), actions: z.array(ActionResource) });
export const Role = z.object({ name: z.string(), actions: z.array(ActionResource) });
export const Roles = z.object({ roles: z.array(Role), total_entries: z.number().int() });
export const PermissionList = z.object({ actions: z.array(ActionResource), total_entries: z.number().int() });

export const TokenBody = z.strictObject({
  name: Name,
  /** `can_read on DAG Runs`; absent: all that the user may do. */
  scopes: z.array(z.string()).min(1).nullable().default(null),
  expires_in_days: z.number().positive().max(3650).default(90),
});
export const Token = z.object({
  id: z.number().int(),
  kind: z.enum(["session", "login", "personal"]),
  name: z.string(),
  scopes: z.array(z.string()).nullable(),
  created_at: DateTime,
  expires_at: DateTime,
  last_used_at: DateTime,
});
export const NewToken = Token.extend({ token: z.string() });
export const Tokens = z.object({ tokens: z.array(Token), total_entries: z.number().int() });

export const PasswordBody = z.strictObject({ old_password: z.string(), new_password: Password });
export const Me = z.object({
  username: z.string(),
  roles: z.array(z.string()),
  how: z.enum(["session", "token", "local"]),
});
