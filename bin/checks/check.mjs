#!/usr/bin/env node
import { innerChecks, runChecks } from "./checks.mjs";
import { prepare } from "../prepare.mjs";

// npm run check: the inner loop.

await prepare();
await runChecks(innerChecks, { skipNothing: true });
