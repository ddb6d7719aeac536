import { storeConformance } from "../conformance.ts";
import { openSqliteStore } from "./open.ts";
import { testFolder } from "./test-folder.ts";

const newPath = testFolder();

storeConformance("SQLite", () => openSqliteStore({ path: newPath() }));
