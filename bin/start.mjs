#!/usr/bin/env node
import { buildSite, prepare } from "./prepare.mjs";
import { goOnIn, serveSite, toolSettings } from "./run.mjs";

// npm start, and npm run dev with the word "dev": from an empty clone to a running site. Plain
// JavaScript for the machine's own Node; what it installs brings a newer one, under which the site
// runs.

const isDevelopment = process.argv[2] === "dev";

await prepare(isDevelopment ? [] : [buildSite]);
if (isDevelopment) goOnIn("server.ts", [], { ...toolSettings, NODE_ENV: "development" });
else serveSite();
