#!/usr/bin/env node
import { prepare } from "./prepare.mjs";
import { goOnIn } from "./run.mjs";

// npm run migrate, staff and the like: a command of the operator, in the file of its name beside this one.

const [name, ...rest] = process.argv.slice(2);

await prepare();
goOnIn(`bin/${name}.ts`, rest);
