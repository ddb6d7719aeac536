/** Requests about users, roles, tokens and logins; those of Airflow's FAB auth manager where it has them. */
import { z } from "zod";
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from "../access/password.ts";
import { EffectiveRights, Me, NewToken, Permissions, Role, Roles, Tokens, User, Users } from "./access-answers.ts";
import { id } from "./choices.ts";
import { page } from "./query.ts";

const Password = z.string().min(SHORTEST_PASSWORD).max(LONGEST_PASSWORD);
const Name = z.string().min(1).max(256);
const RoleRef = z.object({ name: Name });
const ActionResource = z
  .object({ action: z.object({ name: Name }), resource: z.object({ name: Name }) })
  .meta({ id: "ActionResource", examples: [{ action: { name: "can_read" }, resource: { name: "DAG:etl" } }] });

export const LoginBody = z
  .object({ username: z.string(), password: z.string() })
  .meta({ id: "LoginBody", examples: [{ username: "admin", password: "the-password" }] });
export const LoginForm = LoginBody.extend({ next: z.string().optional() });
export const LoginQuery = z.object({ next: z.string().optional(), error: z.string().optional() });
export const LoginAnswer = z
  .strictObject({ access_token: z.string().meta({ description: "Send it as `Authorization: Bearer TOKEN`" }) })
  .meta({ id: "LoginResponse", description: "A token" });

const done = { 204: null };

const UserBody = z
  .strictObject({
    username: Name,
    first_name: z.string().max(256).default(""),
    last_name: z.string().max(256).default(""),
    email: z.string().max(512).default(""),
    roles: z.array(RoleRef).default([]),
    password: Password.optional().meta({ description: "Absent: cannot sign in with a password" }),
  })
  .meta({ id: "UserBody", examples: [{ username: "ann", email: "ann@example.com", roles: [{ name: "Op" }] }] });

const UserPatch = z
  .strictObject({
    username: Name.optional(),
    first_name: z.string().max(256).optional(),
    last_name: z.string().max(256).optional(),
    email: z.string().max(512).optional(),
    roles: z.array(RoleRef).optional(),
    password: Password.optional(),
    active: z.boolean().optional(),
  })
  .meta({ id: "UserPatchBody", description: "What is absent stays." });

export const users = { query: z.object(page), answers: { 200: Users } };
export const user = { answers: { 200: User } };
export const newUser = { body: UserBody, answers: { 200: User } };
export const changedUser = { body: UserPatch, answers: { 200: User } };
export const removal = { answers: done };

const RoleBody = z.strictObject({ name: Name, actions: z.array(ActionResource).default([]) }).meta({ id: "RoleBody" });
const RolePatch = z
  .strictObject({
    name: Name.optional(),
    actions: z.array(ActionResource).meta({ description: "All that the role may from now on" }),
  })
  .meta({ id: "RolePatchBody" });

export const roles = { answers: { 200: Roles } };
export const role = { answers: { 200: Role } };
export const newRole = { body: RoleBody, answers: { 200: Role } };
export const changedRole = { body: RolePatch, answers: { 200: Role } };
export const permissions = { answers: { 200: Permissions } };

const TokenBody = z
  .strictObject({
    name: Name,
    scopes: z
      .array(z.string())
      .min(1)
      .nullable()
      .default(null)
      .meta({ description: "Such as `can_read on DAG Runs`; null: all that the user may do" }),
    expires_in_days: z.number().positive().max(3650).default(90),
  })
  .meta({
    id: "TokenBody",
    examples: [{ name: "dashboard", scopes: ["can_read on DAGs", "can_read on DAG Runs"], expires_in_days: 30 }],
  });

export const tokens = { answers: { 200: Tokens } };
export const newToken = { body: TokenBody, answers: { 201: NewToken } };
export const endedToken = { params: z.object({ token_id: id }), answers: done };

export const endedUserToken = { params: z.object({ username: Name, token_id: id }), answers: done };
export const userRights = { query: z.object({ dag_id: z.string() }), answers: { 200: EffectiveRights } };

export const me = { answers: { 200: Me } };
export const password = {
  body: z.strictObject({ old_password: z.string(), new_password: Password }).meta({ id: "PasswordBody" }),
  answers: done,
};
