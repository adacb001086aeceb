import { withDatabase } from "@/bin/with-database";
import { runDailyJobBeforeServing } from "@/lib/jobs/daily-job";

// What a start does before it serves, without the site.

await withDatabase(() => runDailyJobBeforeServing(new Date()));
