/** `momiji db migrate | check | clean`: the store of a home, without a server. */
import type { Problem } from "@momiji/store";
import type { Register } from "../context.ts";
import { CliError } from "../errors.ts";
import { lockHome, prepareHome } from "../home.ts";
import { withElapsed } from "../progress.ts";
import { registerClean } from "./db/clean.ts";

export const registerDb: Register = (parent, context) => {
  const db = parent.command("db").description("create, bring up to date, check and clean the store");

  db.command("migrate")
    .description("create the store or bring it up to date")
    .option("--home <dir>", "home folder")
    .action(async (options: { home?: string }) => {
      const home = context.home(options);
      prepareHome(home);
      const unlock = lockHome(home);
      try {
        const { openStoreToWrite } = await import("../presets/open-store.ts");
        const store = await openStoreToWrite(home, (await context.config()).config);
        await store.close();
        context.print(`The store ${home.store} is up to date\n`);
      } finally {
        unlock();
      }
    });

  db.command("check")
    .description("look through the whole store for damage; exit code 6 if there is any")
    .option("--home <dir>", "home folder")
    .action(async (options: { home?: string }) => {
      const home = context.home(options);
      const check = (): Promise<Problem[]> => context.readStore(home, (store) => store.check());
      const problems = await withElapsed("Checking the store", { terminal: context, clock: context.clock }, check);
      for (const problem of problems) context.print(`${problem.what}\n  ${problem.remedy}\n`);
      if (problems.length > 0)
        throw new CliError("store_unusable", `${problems.length} problems found`, "see the list above");
      context.print(`The store ${home.store} is sound\n`);
    });

  registerClean(db, context);
};
