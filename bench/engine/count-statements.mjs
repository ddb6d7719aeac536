/**
 * Loaded before the product (`node --import`): counts the statements that reach SQLite, and tells the count to whoever started
 * the process when it asks. JavaScript, since stripping types would bring a compiler into the process that is measured.
 */
import { DatabaseSync, StatementSync } from "node:sqlite";

let statements = 0;

for (const [prototype, names] of [
  [StatementSync.prototype, ["all", "get", "iterate", "run"]],
  [DatabaseSync.prototype, ["exec"]],
]) {
  for (const name of names) {
    const original = prototype[name];
    prototype[name] = function (...args) {
      statements++;
      return original.apply(this, args);
    };
  }
}

process.on("message", () => process.send(statements));
// Being asked must not keep the process alive.
process.channel.unref();
