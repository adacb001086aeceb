import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

const program = `
  import { readIdentities } from "@/bin/command-line/read-identities";
  void readIdentities("/dev/stdin").then((keys) => console.log(keys.join(" ")));
`;

test("a key that comes over ssh is read from standard input, which is a socket then", () => {
  const { stdout } = spawnSync(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "--eval", program],
    { input: "# public key: age1example\nAGE-SECRET-KEY-1EXAMPLE\n", encoding: "utf8" },
  );
  expect(stdout.trim()).toBe("AGE-SECRET-KEY-1EXAMPLE");
});
