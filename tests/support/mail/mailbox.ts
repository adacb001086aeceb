import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";
import type { ReceivedMail } from "@/tests/support/mail/smtp-peer";

/** A mail that really went through a mail server. */
export type Mail = { to: string[]; subject: string; text: string; html: string; links: string[] };

/** Keeps a mail that the mail server takes where every test process finds it. */
export async function keepMail(folder: string, { recipients, mail }: ReceivedMail): Promise<void> {
  const text = mail.text ?? "";
  const kept: Mail = {
    to: recipients,
    subject: mail.subject ?? "",
    text,
    html: typeof mail.html === "string" ? mail.html : "",
    links: text.match(/https?:\/\/\S+/g) ?? [],
  };
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${String(process.hrtime.bigint()).padStart(20, "0")}.json`);
  await writeFile(`${file}.part`, JSON.stringify(kept));
  await rename(`${file}.part`, file);
}

/** Waits for a mail and takes it out of the mailbox, the oldest first. */
export async function waitForMail(to: string, subject: RegExp): Promise<Mail> {
  let found: Mail | undefined;
  const take = async () => Boolean((found ??= await takeMail(to, subject)));
  await expect
    .poll(take, {
      message: `a mail to ${to} with the subject ${subject}`,
      timeout: 20_000,
      intervals: [100],
    })
    .toBe(true);
  if (!found) throw new Error("There is no such mail.");
  return found;
}

async function takeMail(to: string, subject: RegExp): Promise<Mail | undefined> {
  const folder = process.env.E2E_MAILBOX ?? "";
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((each) => each.endsWith(".json")).sort()) {
    // Gone when another test has taken it since.
    const text = await readFile(join(folder, name), "utf8").catch(() => null);
    if (text === null) continue;
    const mail = JSON.parse(text) as Mail;
    if (!mail.to.includes(to) || !subject.test(mail.subject)) continue;
    await rm(join(folder, name));
    return mail;
  }
  return undefined;
}

/** How many mails have come and lie in the mailbox, by whom they are for. */
export async function countMails(to: RegExp): Promise<number> {
  const folder = process.env.E2E_MAILBOX ?? "";
  const names = (await readdir(folder).catch(() => [])).filter((each) => each.endsWith(".json"));
  const texts = await Promise.all(
    names.map((name) => readFile(join(folder, name), "utf8").catch(() => null)),
  );
  const mails = texts.flatMap((text) => (text === null ? [] : [JSON.parse(text) as Mail]));
  return mails.filter((mail) => mail.to.some((recipient) => to.test(recipient))).length;
}
