// Any program will do: it reads its arguments, prints what it does, and ends with an exit code.
const run = process.argv[2] ?? "no run";
console.log(`Node.js ${process.version} works for ${run}`);
console.log(JSON.stringify({ run, rows: 3 }));
