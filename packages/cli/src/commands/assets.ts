/** `momiji assets ...` */
import type { Register } from "../context.ts";
import { registerDetails } from "./assets/details.ts";
import { registerEvents } from "./assets/events.ts";
import { registerListAssets } from "./assets/list.ts";
import { registerMaterialize } from "./assets/materialize.ts";

export const registerAssets: Register = (parent, context) => {
  const assets = parent.command("assets").description("look at assets and their events, and make them");
  for (const register of [registerListAssets, registerDetails, registerMaterialize, registerEvents])
    register(assets, context);
};
