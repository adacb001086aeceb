import { readEnv } from "@/lib/env";

/**
 * @throws when the site was not started through its own start, which makes a secret where none is
 * given
 */
export function findSecret(): string {
  const { SECRET } = readEnv();
  if (!SECRET) throw new Error("SECRET is not set: the site is started through bin/start.");
  return SECRET;
}
