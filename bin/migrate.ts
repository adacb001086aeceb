import { withDatabase } from "@/bin/command-line/with-database";
import { migrate } from "@/lib/database/migrate";
import { joinDatabase } from "@/lib/database/open";

// npm run migrate: brings the database to the schema of this code, without starting the site.

await withDatabase(async ({ url }) => {
  const applied = await migrate(url);
  console.log(
    applied.length === 0
      ? "The database is up to date."
      : `Applied:\n${applied.map((name) => `  ${name}`).join("\n")}`,
  );
}, joinDatabase);
