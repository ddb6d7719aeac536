/** `momiji auth whoami`: who the commands act as, and where. */
import type { Register } from "../../context.ts";
import { formatRows, readFormat } from "../../output.ts";
import { connect } from "../../server/connect.ts";
import { acting, placeOf, type PlaceOptions } from "../../server/place.ts";

export const registerWhoAmI: Register = (parent, context) => {
  acting(parent.command("whoami"))
    .description("show who commands act as, and on which server")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (options: PlaceOptions & { readonly output: string }) => {
      const format = readFormat(options.output);
      const place = placeOf(context, options);
      const { username, roles, how } = await (await connect(context, options)).get("/api/momiji/v1/me");
      const where = place.kind === "home" ? place.home.folder : place.url;
      const row = { username, roles: roles.join(", "), how, server: where };
      context.print(await formatRows([row], ["username", "roles", "how", "server"], format));
    });
};
