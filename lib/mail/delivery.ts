import { setTimeout as pause } from "node:timers/promises";
import { log } from "@/lib/log";
import { claimDueMail, markDelivered, markFailedTry, type ClaimedMail } from "@/lib/mail/commands";
import { describeFailure, hasAnswered, isRefusedForGood } from "@/lib/mail/delivery-failure";
import type { SendMail } from "@/lib/mail/transport";
import { after, minuteMs } from "@/lib/durations";

/** Minutes to wait after each failed attempt: nearly two days in all. */
export const retryDelays = [1, 5, 15, 60, 180, 360, 720, 1440];

// So that one mail on which the server hangs does not hold up the others.
const lanes = 2;

/** At-least-once: after a crash a mail may be sent again with the same Message-ID. */
export async function deliverNextMail(send: SendMail, now = new Date()): Promise<boolean> {
  const mail = await claimDueMail(now);
  if (!mail) return false;
  try {
    await send(mail);
  } catch (error) {
    await giveBack(mail, error, now);
    return true;
  }
  await markDelivered(mail.id, now);
  return true;
}

async function giveBack(mail: ClaimedMail, error: unknown, now: Date): Promise<void> {
  const isRefused = isRefusedForGood(error);
  const delay = isRefused ? undefined : retryDelays[mail.attempts - 1];
  const nextTryAt = delay === undefined ? null : after(now, delay * minuteMs);
  const failure = describeFailure(error);
  log[nextTryAt ? "warn" : "error"](
    { mail: mail.id, attempts: mail.attempts, failure, nextTryAt },
    "A mail could not be delivered",
  );
  await markFailedTry(mail, { failure, isRefused, nextTryAt }, now);
}

/** An unreachable server is probed at this interval, without using up the mails' attempts. */
const awayInMs = 15_000;

/** Stopping waits for the attempts under way. */
export function startDelivery(
  send: SendMail,
  pollInMs = 1_000,
  probeInMs = awayInMs,
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  let isAway = false;

  const sendAndNotice: SendMail = async (mail) => {
    try {
      await send(mail);
      isAway = false;
    } catch (error) {
      isAway = !hasAnswered(error);
      throw error;
    }
  };

  const deliver = () =>
    deliverNextMail(sendAndNotice).catch((error: unknown) => {
      log.error({ err: error }, "Mail queue failed");
      return false;
    });

  const runLane = async (_: unknown, lane: number) => {
    while (!signal.aborted) {
      // One mail at a time finds out whether the server is back.
      const wasDue = (!isAway || lane === 0) && (await deliver());
      if (!wasDue || isAway)
        await pause(isAway ? probeInMs : pollInMs, undefined, { signal }).catch(() => undefined);
    }
  };

  const running = Array.from({ length: lanes }, runLane);
  return {
    async stop() {
      stopping.abort();
      await Promise.all(running);
    },
  };
}
