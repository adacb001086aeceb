import { fillDatabase } from "@/tests/bench/staff/fill";

// A process of its own: fills the empty, migrated PostgreSQL of DATABASE_URL.

await fillDatabase(() => undefined);
process.exit();
