/** The first DAG to see: three tasks, one after the other. It runs once, as soon as Momiji starts. */
import { dag } from "momiji";
import { bash } from "momiji/operators";

export default dag(
  { id: "hello", description: "Says hello, once", schedule: "@once", isPausedUponCreation: false, tags: ["example"] },
  ({ task }) => {
    const name = task("name", () => "world");
    const greet = task("greet", { name }, ({ name }, { log }) => {
      log.info(`Hello, ${name}!`);
      return `Hello, ${name}!`;
    });
    greet.before(bash("date", { command: "date" }));
  },
);
