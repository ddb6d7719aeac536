/** `momiji auth ...`: signing in at servers elsewhere, in `airflowctl`'s words. */
import type { Register } from "../context.ts";
import { registerListEnvs } from "./auth/list-envs.ts";
import { registerLogin } from "./auth/login.ts";
import { registerLogout } from "./auth/logout.ts";
import { registerWhoAmI } from "./auth/whoami.ts";

export const registerAuth: Register = (parent, context) => {
  const auth = parent.command("auth").description("sign in at servers elsewhere, and see who you are there");
  for (const register of [registerLogin, registerLogout, registerWhoAmI, registerListEnvs]) register(auth, context);
};
