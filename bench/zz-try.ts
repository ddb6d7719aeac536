import { judge, printResults } from "./result.ts";
const [file, exported, name] = process.argv.slice(2);
const { [exported!]: list } = await import(`./engine/${file}.ts`);
const results:any[]=[]; for (const b of list) if (!name || b.name===name) await b.run((m:any)=>{const r=judge(m);results.push(r)}); console.log(printResults(results));
