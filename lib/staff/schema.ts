import { z } from "zod";
import { isReadable } from "@/lib/forms";
import { DigestPeriod, StaffRole } from "@/prisma/generated/enums";

/** In lower case, so that one person has one account. */
export const staffEmailSchema = z
  .string({ error: "Give an email address." })
  .trim()
  .toLowerCase()
  .max(254, "This email address is too long.")
  .pipe(z.email("Give an email address, such as reviewer@example.org."));

const nameSchema = z
  .string()
  .trim()
  .max(100, "The name can have at most 100 characters.")
  .refine(isReadable, "The name has characters that cannot be read. Type it again.")
  .transform((name) => name || null);

export const ownNameSchema = z.object({ name: nameSchema });

export const newStaffSchema = z.object({
  email: staffEmailSchema,
  name: nameSchema.default(null),
  role: z.enum(StaffRole, { error: "The role is editor, reviewer or administrator." }),
});

export const roleChangeSchema = z.object({
  memberId: z.uuid(),
  from: z.enum(StaffRole),
  to: z.enum(StaffRole),
});

export const digestSchema = z.object({ digest: z.enum(DigestPeriod) });

export type NewStaff = z.infer<typeof newStaffSchema>;
