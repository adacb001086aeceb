import { expect, test } from "@/tests/e2e/support/fixtures";
import {
  areScriptsRunning,
  chooseCity,
  emailOf,
  fillChecklist,
  fillContact,
  fillForm,
  fillMandate,
  submitForm,
  headings,
  press,
  type City,
} from "@/tests/e2e/support/join-form";
import { waitForMail } from "@/tests/support/mail/mailbox";

const withScripts = () => test.info().project.name === "scripts";
const flemish = (name: string): City => ({ typed: name, name, whereabouts: "Flanders, Belgium" });

const pdf = Buffer.from(
  "%PDF-1.4\n1 0 obj\n<<>>\nendobj\nxref\n0 1\ntrailer\n<<>>\nstartxref\n29\n%%EOF\n",
);

test("an official adds the resolution as a file, and a web page under its name is refused", async ({
  page,
}) => {
  const city = flemish(withScripts() ? "Waregem" : "Genk");
  await fillForm(page, withScripts(), city);
  await submitForm(page);
  const mail = await waitForMail(emailOf(city), /Confirm/);
  await page.goto(mail.links.find((link) => link.includes("/applications/")) ?? "");
  await press(page, "Confirm and begin the review", "Your application is waiting for review");
  await page.getByRole("link", { name: "Add the city’s decision as a file" }).click();

  const file = page.getByLabel("Resolution or letter");
  const add = page.getByRole("button", { name: "Add the file" });
  const choose = (buffer: Buffer) =>
    file.setInputFiles({ name: "Besluit.pdf", mimeType: "application/pdf", buffer });
  await choose(Buffer.from("<!doctype html><script>alert(1)</script>"));
  await add.click();
  await expect(file).toHaveAccessibleDescription(/This is not a PDF, PNG, JPEG or WebP file/);
  await expect(page).toHaveTitle(/^Error: /);
  await choose(Buffer.alloc(12_000_000));
  await add.click();
  await expect(file).toHaveAccessibleDescription(/The file is too large/);

  await choose(pdf);
  await add.click();
  await expect(page.getByRole("status")).toContainText("The file is added.");
  await expect(page.getByRole("listitem").filter({ hasText: "Besluit.pdf" })).toContainText("PDF");
  await page.getByRole("button", { name: "Remove" }).click();
  await expect(page.getByRole("status")).toContainText("The file is removed.");
});

test("an official puts the form aside and goes on on another device", async ({ page, browser }) => {
  const city = flemish(withScripts() ? "Roeselare" : "Dendermonde");
  await page.goto("/en/join");
  await chooseCity(page, withScripts(), city);
  await press(page, "Continue", headings.contact);
  await fillContact(page, emailOf(city));
  await press(page, "Continue", headings.mandate);
  await fillMandate(page);
  await press(page, "Save and come back later", "Save and come back later");
  await expect(page.getByLabel("Where do we send the link?")).toHaveValue(emailOf(city));
  await press(page, "Send me the link", "We have kept your answers");

  const mail = await waitForMail(emailOf(city), /Go on/);
  const { javaScriptEnabled } = test.info().project.use;
  const otherDevice = await browser.newContext({ javaScriptEnabled });
  const other = await otherDevice.newPage();
  await other.goto(mail.links.find((link) => link.includes("/join/continue/")) ?? "");
  await expect(other.getByRole("heading", { level: 1, name: headings.mandate })).toBeVisible();
  await expect(other.getByLabel("Their title")).toHaveValue("Mayor");
  await expect(other.getByLabel("The link will follow")).toBeChecked();
  // The first move fetches the scripts; what is typed before they run is another test's.
  await other.getByLabel("Their title").focus();
  if (withScripts()) await areScriptsRunning(other);
  await press(other, "Continue", headings.checklist);
  await fillChecklist(other);
  await press(other, "Continue", headings.check);
  await submitForm(other);
  await otherDevice.close();
});
