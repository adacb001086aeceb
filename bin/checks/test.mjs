#!/usr/bin/env node
import { allChecks, runChecks } from "./checks.mjs";
import { forgetMeasurements, gatherMeasurements } from "./measurements.mjs";
import { prepare } from "../prepare.mjs";

// npm test: everything that is checked. With --skip-nothing, what cannot be run counts as failed.

await prepare();
forgetMeasurements();
await runChecks(allChecks, {
  skipNothing: process.argv.includes("--skip-nothing"),
  finish: gatherMeasurements,
});
