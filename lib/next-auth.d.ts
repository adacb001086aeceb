import type { Staff } from "@/lib/auth";

declare module "next-auth" {
  interface Session {
    user: Staff;
  }
}
