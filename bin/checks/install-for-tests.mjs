import { existsSync } from "node:fs";
import { ProgramError, runQuietly } from "../run.mjs";
import { step } from "../steps.mjs";

let listsAreFresh = false;

/**
 * Installs a program that some tests need, where that may be done without asking: as root on Debian
 * and its relatives.
 * @param {string[]} packages of Debian
 * @returns {Promise<string | undefined>} why it could not be installed, to be read after "because"
 */
export async function installForTests(packages) {
  const name = packages.join(" ");
  if (!existsSync("/usr/bin/apt-get"))
    return `${name} is not installed: install it, then these tests run too`;
  if (process.getuid?.() !== 0)
    return `${name} is not installed: run "sudo apt-get install ${name}", then these tests run too`;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  try {
    await step(`Installing ${name}`, async () => {
      if (!listsAreFresh) await runQuietly("apt-get", ["update"], { env });
      listsAreFresh = true;
      await runQuietly("apt-get", ["install", "--yes", "--no-install-recommends", ...packages], {
        env,
      });
    });
    return undefined;
  } catch (error) {
    return `${name} could not be installed (${lastLineOf(error)})`;
  }
}

/** @param {unknown} error */
const lastLineOf = (error) =>
  error instanceof ProgramError ? error.message.split("\n").at(-1) : String(error);
