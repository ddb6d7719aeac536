import { dag } from "momiji";
import { bash } from "momiji/operators";

/**
 * What a DAG must not carry in its file: `momiji variables set region eu-west-1`, `momiji connections add warehouse --conn-uri ...`.
 * Runs without them, too.
 */
export default dag({ id: "settings", schedule: null, tags: ["example"] }, ({ task }) => {
  const region = bash("region", { command: "echo {{ var.value.get('region', 'nowhere') }}" });
  const host = task("host", async (ctx) => (await ctx.connections.get("warehouse"))?.host ?? "no warehouse");
  const token = task("token", { host }, ({ host }, ctx) => {
    const made = `${host}-4711`;
    ctx.maskSecret(made);
    ctx.log.info(`got the token ${made}`);
    return made.length;
  });
  region.before(token);
});
