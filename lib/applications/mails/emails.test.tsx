import { simpleParser } from "mailparser";
import MailComposer from "nodemailer/lib/mail-composer";
import { expect, test } from "vitest";
import {
  approvedMail,
  changesRequestedMail,
  confirmAddressMail,
  declinedMail,
  receivedMail,
} from "@/lib/applications/mails/emails";
import { defaultLocale } from "@/lib/i18n/locales";

const ghent = {
  locale: defaultLocale,
  contactName: "Name of the applicant",
  cityName: "Ghent",
  reference: "CC-2026-0001",
  statusUrl: "https://coalition.example/en/applications/secret",
};

test("both bodies hold the greeting, the address of the status page and the reference number", async () => {
  const mail = await receivedMail({ ...ghent, waitInWorkingDays: 1 });

  for (const body of [mail.text, mail.html]) {
    expect(body).toContain("Hello Name of the applicant,");
    expect(body).toContain(ghent.statusUrl);
    expect(body).toContain("Reference number: CC-2026-0001");
    expect(body).toContain("within about 1 working day.");
  }
});

test("what an applicant or a place is called stays text", async () => {
  const mail = await receivedMail({
    ...ghent,
    contactName: "<img src=x>",
    cityName: "<script>alert(1)</script>",
    waitInWorkingDays: null,
  });

  expect(mail.html).not.toMatch(/<script|<img/);
  expect(mail.html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(mail.text).toContain("<script>alert(1)</script>");
});

test("a name with line breaks cannot add a header", async () => {
  const { subject, text, html } = await receivedMail({
    ...ghent,
    cityName: "Ghent\r\nBcc: everybody@example.org\u0000\u202e",
    waitInWorkingDays: null,
  });
  const parsed = await simpleParser(
    await new MailComposer({ subject, text, html }).compile().build(),
  );

  expect(parsed.subject).toBe("The application of Ghent Bcc: everybody@example.org has arrived");
  expect(parsed.bcc).toBeUndefined();
});

test("the request to confirm carries no words of whoever filled in the form", async () => {
  const mail = await confirmAddressMail({ ...ghent, contactName: "Win a prize at example.org" });

  expect(mail.text + mail.html).not.toContain("prize");
});

test("a reviewer's message keeps its lines", async () => {
  const mail = await changesRequestedMail({
    ...ghent,
    message: "Which body decided?\n\nPlease add <the resolution>.",
  });

  expect(mail.text).toContain("    Which body decided?\n\n    Please add <the resolution>.");
  expect(mail.html).toContain("Which body decided?<br/><br/>Please add &lt;the resolution&gt;.");
});

test("an approval leads to the city's page and still to the application, and brings what it takes to announce it", async () => {
  const pressText = ["Ghent has joined the coalition.", "It commits itself to five principles."];
  const mail = await approvedMail({
    ...ghent,
    cityUrl: "https://coalition.example/en/cities/ghent",
    message: null,
    pressText,
  });

  expect(mail.text).toContain("See the page of Ghent:\nhttps://coalition.example/en/cities/ghent");
  expect(mail.text).toContain(ghent.statusUrl);
  expect(mail.text).not.toContain("The reviewer adds");
  expect(mail.text).toContain(
    "    Ghent has joined the coalition.\n\n    It commits itself to five principles.",
  );
  expect(mail.text).toContain("https://coalition.example/en/cities/ghent/press-kit");
  expect(mail.text).toMatch(/Journalists can write to \S+@/);
});

test("a decline names its reason in words", async () => {
  const mail = await declinedMail({
    ...ghent,
    reason: "no_mandate",
    message: "The link to the resolution leads nowhere.",
  });

  expect(mail.text).toContain(
    "The reason: we could not see that the city itself has decided to join.",
  );
  expect(mail.text).toContain("    The link to the resolution leads nowhere.");
});
