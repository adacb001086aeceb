import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { isFromOwnMachine } from "@/app/dev/own-machine";
import { readEnv, siteUrl } from "@/lib/env";

/** The outbox holds links that act for their readers: for whoever sits at the machine, while no mail server is set. */
export async function requireReaderOfOutbox(): Promise<void> {
  if (readEnv().SMTP_URL || !isFromOwnMachine(await headers(), siteUrl())) notFound();
}

/** The previews hold samples only, and are for people who work on the site. */
export async function requireReaderOfPreviews(): Promise<void> {
  if (readEnv().NODE_ENV === "production" && !isFromOwnMachine(await headers(), siteUrl())) notFound();
}
