import { fillDatabase } from "@/tests/bench/staff/fill";

// A process of its own: fills the empty, migrated PostgreSQL of DATABASE_URL.

await fillDatabase((progress) => void process.stderr.write(`${progress}\n`));
process.exit();
