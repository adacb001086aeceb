import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { readEnv, siteUrl } from "@/lib/env";
import { namesOwnMachine } from "@/lib/process/own-machine";
import { ownMachineHeader } from "@/lib/process/connection-headers";

/**
 * The outbox holds links that act for their readers: for whoever sits at the machine, while no mail
 * server is set.
 */
export async function requireReaderOfOutbox(): Promise<void> {
  if (readEnv().SMTP_URL || !(await isAtOwnMachine())) notFound();
}

/** The previews hold samples only, and are for people who work on the site. */
export async function requireReaderOfPreviews(): Promise<void> {
  if (readEnv().NODE_ENV === "production" && !(await isAtOwnMachine())) notFound();
}

/**
 * A site that has a public address is in use: a proxy that tells nothing of itself may stand in
 * front of it, and then every request looks as if it came from the machine.
 */
async function isAtOwnMachine(): Promise<boolean> {
  const isLocal = (await headers()).get(ownMachineHeader) === "yes";
  return isLocal && namesOwnMachine(new URL(siteUrl()).host);
}
