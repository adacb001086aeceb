import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { joinEmbeddedDatabase } from "@/lib/database/embedded";
import { administratorEmail } from "@/tests/e2e/support/staff";
import { copyFilledData } from "@/tests/support/database/filled-data";
import { keepMail } from "@/tests/support/mail/mailbox";
import { startSite } from "@/tests/support/processes/site-process";
import { startSmtpPeer } from "@/tests/support/mail/smtp-peer";

/**
 * The tests' own, so that what they put into the database is what the site would have put there.
 */
const secret = randomBytes(32).toString("base64url");

/**
 * Starts the built site for the run, on an embedded database and with a mail server of its own.
 * Workers find both by the environment.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), "coalition-e2e-"));
  const mailbox = join(directory, "mailbox");
  const mailServer = await startSmtpPeer({
    beforeTaking: (received) => keepMail(mailbox, received),
  });
  const data = join(directory, "data");
  await copyFilledData(data);
  // Tests are proxies: each says from which network its residents come.
  const site = await startSite({
    DATA_DIR: data,
    SMTP_URL: mailServer.url,
    ADMIN_EMAIL: administratorEmail,
    TRUSTED_PROXIES: "1",
    SECRET: secret,
  });
  process.env.E2E_SITE = site.url;
  process.env.E2E_MAILBOX = mailbox;
  process.env.E2E_MAIL_SERVER = mailServer.url;
  // For what a test needs to be there before it begins: the commands of the site, on its database.
  process.env.DATABASE_URL = (await joinEmbeddedDatabase(data)).url;
  process.env.SITE_URL = site.url;
  process.env.SECRET = secret;

  return async () => {
    await site.end("SIGTERM");
    await mailServer.stop();
    await rm(directory, { recursive: true, force: true });
  };
}
