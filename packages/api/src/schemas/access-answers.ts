/** What is answered about users, roles and tokens, in the shapes of Airflow's FAB auth manager where it has them. */
import { z } from "zod";
import { collection, Count, Instant } from "./answer.ts";

const Named = z.strictObject({ name: z.string() });

const Permission = z.strictObject({ action: Named, resource: Named }).meta({
  id: "ActionResourceResponse",
  description: "What may be done to what.",
  examples: [{ action: { name: "can_read" }, resource: { name: "DAG Runs" } }],
});

export const User = z
  .strictObject({
    username: z.string(),
    first_name: z.string(),
    last_name: z.string(),
    email: z.string(),
    roles: z.array(Named),
    active: z.boolean().meta({ description: "False: cannot sign in, and has no sessions and tokens" }),
    last_login: Instant.nullable(),
    login_count: Count,
    failed_login_count: Count.meta({ description: "Since the last login" }),
    created_on: Instant.nullable(),
    changed_on: Instant.nullable(),
  })
  .meta({ id: "UserResponse", description: "A user" });

export const Users = collection("UserCollectionResponse", "users", User);

export const Role = z
  .strictObject({ name: z.string(), actions: z.array(Permission) })
  .meta({ id: "RoleResponse", description: "What those who have it may do." });

export const Roles = collection("RoleCollectionResponse", "roles", Role);

export const Permissions = collection("PermissionCollectionResponse", "actions", Permission);

const token = {
  id: z.int(),
  kind: z.enum(["session", "login", "personal"]).meta({
    description: "Of a browser; of `POST /auth/token`; made by the user for a program",
  }),
  name: z.string(),
  scopes: z
    .array(z.string())
    .nullable()
    .meta({ description: "What it is good for, such as `can_read on DAG Runs`; null: all that the user may do" }),
  created_at: Instant.nullable(),
  expires_at: Instant.nullable(),
  last_used_at: Instant.nullable(),
};

const Token = z
  .strictObject(token)
  .meta({ id: "TokenResponse", description: "A session or token of the user, without its secret." });

export const Tokens = collection("TokenCollectionResponse", "tokens", Token);

export const NewToken = z
  .strictObject({ ...token, token: z.string().meta({ description: "The secret, which is told only here" }) })
  .meta({ id: "NewTokenResponse", description: "The new token, with its secret" });

export const Me = z
  .strictObject({
    username: z.string(),
    roles: z.array(z.string()),
    how: z
      .enum(["session", "token", "local"])
      .meta({ description: "`local`: the command line of the server's machine" }),
  })
  .meta({ id: "MeResponse", description: "Who asks." });

export const EffectiveRights = z
  .strictObject({
    username: z.string(),
    dag_id: z.string(),
    active: z.boolean().meta({ description: "False: cannot sign in, whatever the roles say" }),
    roles: z.array(z.string()),
    rights: z.array(
      z.strictObject({
        entity: z.string(),
        may: z.enum(["read", "create", "edit", "delete"]),
        allowed: z.boolean(),
        because: z
          .array(
            z.strictObject({
              role: z.string().nullable().meta({ description: "Null: none of the roles has it" }),
              permission: z.string(),
            }),
          )
          .meta({ description: "The permissions that it takes, with a role that has each" }),
      }),
    ),
  })
  .meta({ id: "EffectiveRights", description: "What a user may do in a DAG, and why" });
