#!/usr/bin/env node
import { buildSite, prepare } from "./prepare.mjs";

// npm run build: what a start would build first, where the site is served elsewhere.

await prepare([buildSite]);
