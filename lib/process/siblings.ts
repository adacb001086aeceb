import { parseArgs } from "node:util";

// What bin/supervise.mjs tells a process of the site about the others that share its port.

const { values } = parseArgs({
  options: {
    process: { type: "string", default: "1" },
    "beside-others": { type: "boolean", default: false },
  },
  strict: false,
});

/** From 1 on; a process that is started again keeps it. */
export const processNumber = Number(values.process);

/** Others may be serving already. */
export const isBesideOthers = values["beside-others"] === true;
