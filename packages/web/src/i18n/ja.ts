/** 日本語: loaded by those who chose it. */
import acts from "./ja/acts.json" with { type: "json" };
import dag from "./ja/dag.json" with { type: "json" };
import dags from "./ja/dags.json" with { type: "json" };
import home from "./ja/home.json" with { type: "json" };
import run from "./ja/run.json" with { type: "json" };
import shell from "./ja/shell.json" with { type: "json" };
import states from "./ja/states.json" with { type: "json" };
import task from "./ja/task.json" with { type: "json" };

export const ja = { acts, dag, dags, home, run, shell, states, task };
