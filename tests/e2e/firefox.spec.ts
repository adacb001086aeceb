import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { minFillMs } from "@/lib/endorsements/abuse/form-seal";
import { startFirefox, type Firefox } from "@/tests/e2e/support/firefox";
import { headings } from "@/tests/e2e/support/join-form";
import { waitForMail, type Mail } from "@/tests/support/mail/mailbox";

// The whole way of a resident and of an official, in a second browser and without scripts.

let firefox: Firefox;
test.beforeAll(async () => {
  firefox = await startFirefox();
});
test.afterAll(() => firefox.close());

const open = (path: string) => firefox.open(`${process.env.E2E_SITE}${path}`);
const openLink = ({ links }: Mail, path: string) =>
  firefox.open(links.find((link) => link.includes(path)) ?? "");

/** From the home page by a link to what the search finds. */
async function search(link: string, city: string): Promise<void> {
  await open("/en");
  await firefox.follow(link);
  await firefox.fill("Name of the city", city);
  await firefox.press("Search");
}

async function press(button: string, heading: string): Promise<void> {
  await firefox.press(button);
  await expect.poll(firefox.heading).toBe(heading);
}

test("a resident asks a city to join, from the home page on @no-scripts", async () => {
  const email = "resident@hasselt.example";
  await search("Ask my city to join", "Hasselt");
  await firefox.follow("Hasselt");
  await sleep(minFillMs);
  await firefox.fill("Your email address", email);
  await press("Ask Hasselt to join", "One more step: check your email");
  await openLink(await waitForMail(email, /Confirm that you ask/), "/endorsements/");
  await press("Yes, I ask Hasselt to join", "You ask Hasselt to join");
  await expect.poll(firefox.text).toContain("your request is counted");
  await firefox.follow("Withdraw or delete");
  await press("Withdraw", "It is withdrawn");
});

test("an official applies, from the home page on @no-scripts", async () => {
  const email = "digital.officer@oudenaarde.example";
  await search("Apply", "Oudenaarde");
  await firefox.check("Oudenaarde");
  await press("Continue", headings.contact);

  await firefox.fill("Your name", "The Digital Officer");
  await firefox.fill("Your role at the city", "Digital policy officer");
  await firefox.fill("Your work email address", "digital officer");
  await firefox.press("Continue");
  await expect.poll(firefox.text).toContain("Enter an email address in the form");
  await firefox.fill("Your work email address", email);
  await press("Continue", headings.mandate);

  await firefox.fill("Who decided", "City council");
  await firefox.fill("Day", "19");
  await firefox.fill("Month", "10");
  await firefox.fill("Year", "2026");
  await firefox.fill("Name of the person who signs for the city", "The Mayor");
  await firefox.fill("Their title", "Mayor");
  await firefox.check("The link will follow");
  await press("Continue", headings.checklist);

  await firefox.check("In place");
  await firefox.fill("What the city does", "Every library lends laptops.");
  await press("Continue", headings.check);

  await firefox.check("I agree");
  await press("Submit application", "One more step: confirm your email address");
  await openLink(await waitForMail(email, /Confirm/), "/applications/");
  await press("Confirm and begin the review", "Your application is waiting for review");
});
