#!/usr/bin/env node
import { prepare } from "./prepare.mjs";
import { goOnIn } from "./run.mjs";

// npm run migrate, staff and the like: a command of the operator, in the TypeScript file that is
// given.

const [file, ...rest] = process.argv.slice(2);

await prepare();
goOnIn(file, rest);
