import { withDatabase } from "@/bin/command-line/with-database";
import { runDailyJobBeforeServing } from "@/lib/jobs/daily-job";

// What a start does before it serves, without the site.

await withDatabase(() => runDailyJobBeforeServing(new Date()));
