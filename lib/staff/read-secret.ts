import { readEnv } from "@/lib/env";

/** @throws when the site was not started by its own start script, which generates the secret */
export function findSecret(): string {
  const { SECRET } = readEnv();
  if (!SECRET) throw new Error("SECRET is not set: the site is started through bin/start.");
  return SECRET;
}
