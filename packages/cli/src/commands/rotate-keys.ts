/** `momiji rotate-keys` (Airflow's `rotate-fernet-key`): encrypts every secret of the store with the newest key. */
import type { Register } from "../context.ts";
import { CliError } from "../errors.ts";
import { withApi } from "../presets/api-in-process.ts";
import { acting, type PlaceOptions } from "../server/place.ts";

export const registerRotateKeys: Register = (parent, context) => {
  acting(parent.command("rotate-keys"))
    .alias("rotate-fernet-key")
    .description("encrypt all variables and connections with the newest key; safe to interrupt and run again")
    .option("--new-key", "make a new key in the home first")
    .action(async (options: PlaceOptions & { newKey?: boolean }) => {
      const body = { new_key: options.newKey === true };
      const answer = await withApi(context, options, (client) => client.post("/api/momiji/v1/rotate-keys", { body }));
      context.print(`${answer.resealed} secrets were encrypted anew; the key is ${answer.key_id}\n`);
      for (const id of answer.unused_key_ids) context.print(`Nothing needs the key ${id} any more\n`);
      for (const { kind, id, key_id } of answer.unreadable) {
        context.print(`The ${kind} ${id} cannot be read: it is encrypted with the key ${key_id}\n`);
      }
      if (answer.unreadable.length === 0) return;
      throw new CliError(
        "refused",
        `${answer.unreadable.length} secrets cannot be read with the keys of the ring`,
        "put their keys back into core.secretKeys (or secret.keys of the home) and run this again, or set them anew",
      );
    });
};
