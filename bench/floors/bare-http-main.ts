/** A bare Fastify server that answers every GET with the same bytes, in a process of its own. Tells its port. */
import fastify from "fastify";

const [, , body = "{}"] = process.argv;
const server = fastify();
server.get("/answer", (_request, reply) => reply.type("application/json; charset=utf-8").send(body));
const address = await server.listen({ host: "127.0.0.1", port: 0 });
process.stdout.write(`${new URL(address).port}\n`);
