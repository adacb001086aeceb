import { parseArgs } from "node:util";
import type { z } from "zod";
import { newStaffSchema, staffEmailSchema, type NewStaff } from "@/lib/staff/schema";

export const usage = `Who may enter the staff panel:

  npm run staff -- list
  npm run staff -- add reviewer@example.org --role reviewer [--name "Their name"]
  npm run staff -- remove reviewer@example.org [--force]

Roles: an editor publishes and edits city pages; a reviewer decides on applications; an
administrator does both, and looks after the staff and the settings.
--force removes even the last administrator.`;

export type StaffCommand =
  | { verb: "list" }
  | { verb: "add"; person: NewStaff }
  | { verb: "remove"; email: string; force: boolean };

/** A command that cannot be understood. Its message is one sentence for whoever typed it. */
export class UsageError extends Error {}

/**
 * Reads what stands behind `npm run staff --`.
 * @throws UsageError
 */
export function readStaffCommand(args: string[]): StaffCommand {
  const { values, positionals } = parse(args);
  const [verb, email, ...rest] = positionals;
  if (rest.length)
    throw new UsageError(`"${rest[0]}" is too much: put a name of several words in quotes.`);
  switch (verb) {
    case "list":
      return { verb };
    case "add":
      return {
        verb,
        person: check(newStaffSchema, { email, role: values.role, name: values.name }),
      };
    case "remove":
      return { verb, email: check(staffEmailSchema, email), force: values.force };
    case undefined:
      throw new UsageError("Say what to do: list, add or remove.");
    default:
      throw new UsageError(`"${verb}" is unknown: say list, add or remove.`);
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        role: { type: "string" },
        name: { type: "string" },
        force: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function check<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (!result.success)
    throw new UsageError(result.error.issues.map(({ message }) => message).join(" "));
  return result.data;
}
