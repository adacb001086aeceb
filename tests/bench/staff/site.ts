import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prisma } from "@/lib/db";
import { hashToken, newToken } from "@/lib/tokens";
import { startSite } from "@/tests/support/processes/site-process";

export type Measured = { what: string; milliseconds: number[] };

/** The built site, asked by an administrator who is signed in. */
export type StaffSite = {
  pid: number;
  ask: (path: string, request?: RequestInit) => Promise<Response>;
};

/** On the database of DATABASE_URL. */
export async function withStaffSite<Result>(
  work: (site: StaffSite) => Promise<Result>,
): Promise<Result> {
  const { DATABASE_URL = "" } = process.env;
  const directory = await mkdtemp(join(tmpdir(), "coalition-bench-"));
  const { url, pid, end } = await startSite({ DATABASE_URL, DATA_DIR: directory });
  const headers = { cookie: `staff-session=${await openSession()}`, origin: url };
  const ask: StaffSite["ask"] = (path, request) =>
    fetch(`${url}${path}`, { ...request, headers, redirect: "manual" });
  try {
    return await work({ pid, ask });
  } finally {
    await end("SIGTERM");
    await rm(directory, { recursive: true });
  }
}

async function openSession(): Promise<string> {
  const token = newToken();
  const session = { sessionToken: hashToken(token), expires: new Date(Date.now() + 3_600_000) };
  await prisma.user.create({
    data: {
      email: `administrator-${token}@example.org`,
      role: "administrator",
      sessions: { create: session },
    },
  });
  return token;
}
