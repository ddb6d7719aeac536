/** `npm run check:architecture`: holds the code against `architecture-rules.ts` and prints what breaks it. */
import { checkArchitecture } from "./architecture/check-architecture.ts";
import { formatFinding } from "./architecture/finding.ts";
import { rules } from "./architecture-rules.ts";

const findings = checkArchitecture(process.argv[2] ?? ".", rules);
for (const finding of findings) console.error(formatFinding(finding));
console.log(`architecture: ${findings.length === 0 ? "holds" : `${findings.length} findings`}`);
process.exitCode = findings.length === 0 ? 0 : 1;
