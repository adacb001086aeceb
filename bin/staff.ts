import {
  readStaffCommand,
  usage,
  UsageError,
  type StaffCommand,
} from "@/bin/command-line/staff-command";
import { migrate } from "@/lib/database/migrate";
import { joinDatabase } from "@/lib/database/open";
import { prisma } from "@/lib/db";
import { readEnv, SettingError, siteUrl } from "@/lib/env";
import { StartError } from "@/lib/process/start-error";
import type { Result } from "@/lib/result";
import { addStaff, removeStaff } from "@/lib/staff/commands";
import { listStaff } from "@/lib/staff/queries";

// The operator's way to the staff, beside the running site or without it.

const refusals = {
  alreadyStaff: "is on the staff already. To change the role, remove and add again.",
  notStaff: "is not on the staff.",
  lastAdministrator:
    "is the last administrator: nobody could add staff in the panel any more. Say --force to remove all the same.",
};

async function main(): Promise<void> {
  const command = readStaffCommand(process.argv.slice(2));
  const database = await joinDatabase(readEnv());
  try {
    await migrate(database.url);
    await carryOut(command);
  } finally {
    await prisma.$disconnect();
    await database.close();
  }
}

async function carryOut(command: StaffCommand): Promise<void> {
  switch (command.verb) {
    case "list":
      return list();
    case "add":
      report(
        await addStaff(command.person, null),
        command.person.email,
        `is ${command.person.role} now and can sign in at ${siteUrl()}/admin/sign-in.`,
      );
      return;
    case "remove":
      report(
        await removeStaff(command.email, null, command.force),
        command.email,
        "is not on the staff any more; every session has ended.",
      );
  }
}

async function list(): Promise<void> {
  const staff = await listStaff();
  if (staff.length === 0) console.log("Nobody is on the staff.");
  for (const { role, email, name } of staff)
    console.log([role.padEnd("administrator".length), email, name].filter(Boolean).join("  "));
}

function report(result: Result<keyof typeof refusals>, email: string, done: string): void {
  if (!result.ok) throw new StartError(`${email} ${refusals[result.reason]}`);
  console.log(`${email} ${done}`);
}

function fail(error: unknown): void {
  const isPlain =
    error instanceof UsageError || error instanceof StartError || error instanceof SettingError;
  console.error(isPlain ? error.message : error);
  if (error instanceof UsageError) console.error(`\n${usage}`);
  process.exitCode = 1;
}

await main().catch(fail);
