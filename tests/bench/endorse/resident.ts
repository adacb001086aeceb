import { prisma } from "@/lib/db";
import { submitEndorsement } from "@/lib/endorsements/commands";
import { confirmByLink } from "@/lib/endorsements/confirm-commands";
import { sealForm } from "@/lib/endorsements/abuse/form-seal";
import { defaultLocale } from "@/lib/i18n/locales";
import { hashToken } from "@/lib/tokens";

/**
 * A resident of the bench: everybody has a mailbox at another domain, and asks from another
 * network.
 */
export type Resident = { number: number; cityId: number };

const networkOf = ({ number }: Resident): string => `10.${number >> 8}.${number & 255}`;
const emailOf = ({ number }: Resident): string => `resident@town${number}.example`;

/** How long the two commands took for one resident, in milliseconds. */
export type Answers = { ask: number; confirm: number };

/**
 * Asks and confirms by the site's own commands, without its pages. The mail server is dead, so the
 * link is read where the mail waits.
 * @throws where the outcome is not that the voice counts
 */
export async function endorseAndConfirm(resident: Resident): Promise<Answers> {
  const ask = {
    cityId: resident.cityId,
    email: emailOf(resident),
    name: null,
    isNamePublic: false,
    wantsNews: true,
    locale: defaultLocale,
    declarationVersion: "2018",
  };
  const began = performance.now();
  const outcome = await submitEndorsement(ask, {
    formKey: `form ${resident.number}`,
    network: `${networkOf(resident)}.0/24`,
    suspicions: [],
  });
  const asked = performance.now();
  if (!outcome.ok) throw new Error(`The ask was refused: ${outcome.reason}.`);
  const link = await linkMailedFor(outcome.statusKey);
  const opened = performance.now();
  const confirmed = await confirmByLink(link.slice(link.lastIndexOf("/") + 1));
  if (!confirmed.ok || confirmed.confirmation !== "counted")
    throw new Error(`The confirmation's outcome was: ${JSON.stringify(confirmed)}.`);
  return { ask: asked - began, confirm: performance.now() - opened };
}

/**
 * Goes the whole way as a browser does: opens the form, sends it, sees the page that takes the
 * code, opens the link, presses the button. The mail server is dead, so the link is read where the
 * mail waits.
 * @throws where an answer is not the one that people get
 */
export async function goTheWholeWay(site: string, resident: Resident): Promise<void> {
  const headers = { "x-forwarded-for": `${networkOf(resident)}.1` };
  const formAddress = `${site}/en/endorse/ask?city=${resident.cityId}`;
  const form = await answerOf(fetch(formAddress, { headers }), 200);
  const filledIn = {
    email: emailOf(resident),
    wantsNews: "yes",
    seal: sealForm(new Date(Date.now() - 10_000)),
  };
  const { location } = await answerOf(fetch(formAddress, post(headers, form.text, filledIn)), 303);
  await answerOf(fetch(site + location, { headers }), 200);
  const link = await linkMailedFor(/\/sent\/([^?]+)/.exec(location)?.[1] ?? "");
  const page = await answerOf(fetch(link, { headers }), 200);
  await answerOf(fetch(link, post(headers, page.text, {})), 303);
}

async function answerOf(
  request: Promise<Response>,
  status: number,
): Promise<{ text: string; location: string }> {
  const answer = await request;
  const text = await answer.text();
  if (answer.status !== status)
    throw new Error(`Answered with ${answer.status} instead of ${status}.`);
  return { text, location: answer.headers.get("location") ?? "" };
}

/** What a browser sends of the first form on a page that has its own fields hidden in it. */
function post(
  headers: Record<string, string>,
  html: string,
  filledIn: Record<string, string>,
): RequestInit {
  const [, inside = ""] = /<form[^>]*method="post"[^>]*>(.*?)<\/form>/is.exec(html) ?? [];
  const body = new FormData();
  for (const [, name = "", value = ""] of inside.matchAll(
    /<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g,
  ))
    body.set(name, unescaped(value));
  for (const [name, value] of Object.entries(filledIn)) body.set(name, value);
  return { method: "POST", headers, body, redirect: "manual" };
}

const unescaped = (text: string): string =>
  text.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&amp;", "&");

async function linkMailedFor(statusKey: string): Promise<string> {
  const statusKeyHash = hashToken(statusKey);
  const [mail] = await prisma.$queryRaw<{ text: string }[]>`
    SELECT mail.text FROM mail JOIN endorsement ON endorsement.id = mail.endorsement_id WHERE status_key_hash = ${statusKeyHash}`;
  const [link] = /https?:\/\/\S+\/endorsements\/[\w-]+/.exec(mail?.text ?? "") ?? [];
  if (!link) throw new Error("No mail waits for a resident.");
  return link;
}
