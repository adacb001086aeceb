import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { receivedMail } from "@/lib/applications/mails/emails";
import { prisma } from "@/lib/db";
import { defaultLocale } from "@/lib/i18n/locales";
import { retryMail } from "@/lib/mail/commands";
import { deliverNextMail, startDelivery } from "@/lib/mail/delivery";
import { enqueueMail } from "@/lib/mail/outbox";
import { listFailedMails } from "@/lib/mail/queries";
import { smtpSender } from "@/lib/mail/transport";
import { freePort } from "@/tests/support/database/postgres";
import { resetDatabase } from "@/tests/support/database/reset";
import { hireReviewer } from "@/tests/support/applications/review";
import { startSmtpPeer, type ReceivedMail, type SmtpPeer } from "@/tests/support/mail/smtp-peer";

const official = "digital@ghent.example";
const peers: SmtpPeer[] = [];

beforeEach(async () => {
  await resetDatabase();
  vi.stubEnv("SMTP_URL", "smtp://mail.example");
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(peers.splice(0).map((peer) => peer.stop()));
});

async function peer(behaviour: Parameters<typeof startSmtpPeer>[0] = {}): Promise<SmtpPeer> {
  const started = await startSmtpPeer(behaviour);
  peers.push(started);
  return started;
}

async function enqueue(to = official, cityName = "Ghent"): Promise<string> {
  const content = await receivedMail({
    locale: defaultLocale,
    contactName: "Name of the applicant",
    cityName,
    reference: "CC-2026-0001",
    statusUrl: "https://coalition.example/en/applications/secret",
    waitInWorkingDays: 5,
  });
  await prisma.$transaction((tx) =>
    enqueueMail(tx, { kind: "application_received", to, locale: defaultLocale, content }),
  );
  const { id } = await prisma.mail.findFirstOrThrow({
    where: { recipient: to },
    orderBy: { createdAt: "desc" },
  });
  return id;
}

const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);
const stored = (id: string) => prisma.mail.findUniqueOrThrow({ where: { id } });

test("a mail arrives with both bodies, its sender and its headers, and is emptied", async () => {
  const { url, received } = await peer();
  const id = await enqueue();

  expect(await deliverNextMail(smtpSender(url))).toBe(true);
  expect(await deliverNextMail(smtpSender(url))).toBe(false);

  expect(received).toHaveLength(1);
  const { recipients, mail } = received[0]!;
  expect(recipients).toEqual([official]);
  expect(mail.subject).toBe("The application of Ghent has arrived");
  expect(mail.from?.text).toBe(
    '"Cities Coalition for Digital Rights" <endorse@citiesfordigitalrights.org>',
  );
  expect(mail.text).toContain("https://coalition.example/en/applications/secret");
  expect(mail.html).toContain('href="https://coalition.example/en/applications/secret"');
  expect(mail.messageId).toBe(`<${id}@citiesfordigitalrights.org>`);
  expect(mail.headers.get("auto-submitted")).toBe("auto-generated");
  expect(await stored(id)).toMatchObject({
    text: null,
    html: null,
    dueAt: null,
    failedAt: null,
    attempts: 1,
    sentAt: expect.any(Date) as Date,
  });
});

test("a city called like markup or like a header arrives as its name", async () => {
  const { url, received } = await peer();
  await enqueue(official, "<script>alert(1)</script>\r\nBcc: everybody@example.org");
  await deliverNextMail(smtpSender(url));

  const { recipients, mail } = received[0]!;
  expect(recipients).toEqual([official]);
  expect(mail.bcc).toBeUndefined();
  expect(mail.subject).toBe(
    "The application of <script>alert(1)</script> Bcc: everybody@example.org has arrived",
  );
  expect(mail.html).not.toContain("<script");
});

test("a recipient cannot name further recipients", async () => {
  const { url, received } = await peer();
  const id = await enqueue('"a" <digital@ghent.example>, everybody@example.org');
  await enqueue("digital@utrecht.example");
  const send = smtpSender(url);
  expect([await deliverNextMail(send), await deliverNextMail(send)]).toEqual([true, true]);

  // The one that names two reaches nobody; others go on.
  expect(received.map(({ recipients }) => recipients)).toEqual([["digital@utrecht.example"]]);
  expect(await stored(id)).toMatchObject({
    sentAt: null,
    lastError: "EENVELOPE 501 at RCPT TO",
    failedAt: expect.any(Date) as Date,
  });
});

test("while the mail server is down nothing is lost, and it is tried again after a minute", async () => {
  const port = await freePort();
  const send = smtpSender(`smtp://127.0.0.1:${port}`);
  const id = await enqueue();

  await deliverNextMail(send);
  expect(await stored(id)).toMatchObject({
    attempts: 1,
    lastError: "ESOCKET at CONN",
    sentAt: null,
    failedAt: null,
  });
  expect(await deliverNextMail(send)).toBe(false);

  const { received } = await peer({ port });
  expect(await deliverNextMail(send, later(2))).toBe(true);
  expect(received[0]?.mail.messageId).toBe(`<${id}@citiesfordigitalrights.org>`);
  expect(await stored(id)).toMatchObject({ attempts: 2, lastError: null, text: null, html: null });
});

test("one reader's mail that the server will not take does not hold up the next", async () => {
  const refuseOfficial = ({ recipients }: ReceivedMail) => {
    if (recipients.includes(official)) throw new Error("The mailbox is full.");
  };
  const { url, received } = await peer({ beforeTaking: refuseOfficial });
  const id = await enqueue(official);
  await enqueue("digital@utrecht.example");

  await deliverNextMail(smtpSender(url));
  await deliverNextMail(smtpSender(url));

  expect(received.map(({ recipients }) => recipients)).toEqual([["digital@utrecht.example"]]);
  expect(await stored(id)).toMatchObject({
    lastError: "EMESSAGE 451 at DATA",
    failedAt: null,
    dueAt: expect.any(Date) as Date,
  });
});

test("after nearly two days of tries staff see the mail as failed, and can have it sent again", async () => {
  const port = await freePort();
  const send = smtpSender(`smtp://127.0.0.1:${port}`);
  const id = await enqueue();

  for (let tries = 1; tries <= 9; tries++) {
    const { dueAt } = await stored(id);
    await deliverNextMail(send, dueAt!);
  }
  const failed = await stored(id);
  expect(failed).toMatchObject({ attempts: 9, dueAt: null });
  expect(failed.failedAt!.getTime()).toBeGreaterThan(later(46 * 60).getTime());
  expect(await listFailedMails()).toMatchObject([
    { id, recipient: official, lastError: "ESOCKET at CONN" },
  ]);

  const { received } = await peer({ port });
  const reviewer = await hireReviewer();
  await retryMail(id, reviewer);
  await retryMail(id, reviewer);
  await deliverNextMail(send);
  expect(received).toHaveLength(1);
  expect(await prisma.event.findMany({ where: { actor: "staff" } })).toMatchObject([
    { kind: "mail_retried", staffId: reviewer, detail: { mail: "application_received" } },
  ]);
  expect(await listFailedMails()).toEqual([]);
});

test("a reader whom the server does not know fails at once, and the error repeats no address", async () => {
  const { url } = await peer({ unknown: [official] });
  const id = await enqueue();
  await deliverNextMail(smtpSender(url));

  expect(await stored(id)).toMatchObject({
    attempts: 1,
    dueAt: null,
    lastError: "EENVELOPE 550 at RCPT TO",
    failedAt: expect.any(Date) as Date,
  });
});

test("when a process is killed while the server takes its mail, the mail is delivered again under the same Message-ID", async () => {
  const { url, received } = await peer({ beforeTaking: () => void child.kill("SIGKILL") });
  const id = await enqueue();
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "tests/support/mail/deliver-next-mail.ts"],
    {
      env: { ...process.env, SMTP_URL: url },
    },
  );
  const [, signal] = (await once(child, "exit")) as [number | null, string | null];
  expect(signal).toBe("SIGKILL");

  expect(await deliverNextMail(smtpSender(url))).toBe(false);
  expect(await deliverNextMail(smtpSender(url), later(16))).toBe(true);

  const messageId = `<${id}@citiesfordigitalrights.org>`;
  expect(received.map(({ mail }) => mail.messageId)).toEqual([messageId, messageId]);
  expect(await stored(id)).toMatchObject({ attempts: 2, text: null });
});

test("two workers deliver a hundred mails once each", async () => {
  const { url, received } = await peer();
  const recipients = Array.from(
    { length: 100 },
    (_, number) => `reviewer-${number}@coalition.example`,
  );
  const content = { subject: "A new application", text: "It waits.", html: "<p>It waits.</p>" };
  await prisma.$transaction(async (tx) => {
    for (const to of recipients)
      await enqueueMail(tx, {
        kind: "staff_digest",
        to,
        locale: defaultLocale,
        content,
      });
  });

  const workers = [startDelivery(smtpSender(url), 20), startDelivery(smtpSender(url), 20)];
  await vi.waitFor(
    async () => expect(await prisma.mail.count({ where: { sentAt: null } })).toBe(0),
    { timeout: 20_000 },
  );
  await Promise.all(workers.map((worker) => worker.stop()));

  expect(received.flatMap((mail) => mail.recipients).sort()).toEqual(recipients.sort());
});

test("a mail server that is away is asked once by each lane, not once for each mail", async () => {
  for (let number = 0; number < 6; number++) await enqueue(`reader-${number}@ghent.example`);
  let tries = 0;
  const refuse = smtpSender(`smtp://127.0.0.1:${await freePort()}`);
  const delivery = startDelivery((mail) => {
    tries += 1;
    return refuse(mail);
  }, 1);
  await vi.waitFor(async () =>
    expect(await prisma.mail.count({ where: { lastError: { not: null } } })).toBe(2),
  );
  // Long enough for all six, were they tried.
  await pause(300);
  await delivery.stop();
  expect(tries).toBe(2);
  expect(await prisma.mail.count({ where: { attempts: 0 } })).toBe(4);
});

test("a mail server that stays away is asked by one mail at a time", async () => {
  for (let number = 0; number < 12; number++) await enqueue(`reader-${number}@ghent.example`);
  let trying = 0;
  const others: number[] = [];
  const refuse = smtpSender(`smtp://127.0.0.1:${await freePort()}`);
  const delivery = startDelivery(
    async (mail) => {
      others.push(trying++);
      // So long that another lane would try as well.
      await pause(30);
      await refuse(mail).finally(() => trying--);
    },
    ...[1, 10],
  );
  await vi.waitFor(() => expect(others.length).toBeGreaterThan(7), { timeout: 20_000 });
  await delivery.stop();
  // At first nobody knows that it is away.
  expect(others.slice(2)).toEqual(others.slice(2).map(() => 0));
});

test("stopping lets the mail under way finish", async () => {
  let taken = false;
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const { url, received } = await peer({
    beforeTaking: () => {
      taken = true;
      return released;
    },
  });
  const id = await enqueue();
  const delivery = startDelivery(smtpSender(url), 20);
  await vi.waitFor(() => expect(taken).toBe(true));

  const stopped = delivery.stop();
  release();
  await stopped;

  expect(received).toHaveLength(1);
  expect(await stored(id)).toMatchObject({ text: null, sentAt: expect.any(Date) as Date });
});

test("a mail written without a mail server is kept, and is not sent when there is one later", async () => {
  vi.stubEnv("SMTP_URL", "");
  const id = await enqueue();
  vi.stubEnv("SMTP_URL", "smtp://mail.example");
  const { url, received } = await peer();

  expect(await deliverNextMail(smtpSender(url), later(60))).toBe(false);
  expect(received).toEqual([]);
  expect((await stored(id)).text).toContain("https://coalition.example/en/applications/secret");
});
