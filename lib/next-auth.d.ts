import type { Staff } from "@/lib/staff/next-auth";

declare module "next-auth" {
  interface Session {
    user: Staff;
  }
}
