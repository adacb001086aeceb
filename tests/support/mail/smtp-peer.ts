import type { AddressInfo } from "node:net";
import { simpleParser, type ParsedMail } from "mailparser";
import { SMTPServer } from "smtp-server";

/** A mail as the server got it: whom the envelope names, and what the parser reads. */
export type ReceivedMail = { recipients: string[]; mail: ParsedMail };

/** A real mail server of the tests' own, on loopback. */
export type SmtpPeer = {
  url: string;
  port: number;
  received: ReceivedMail[];
  stop: () => Promise<void>;
};

type Behaviour = {
  /** 0 for a free one. */
  port?: number;
  /** Recipients that are refused for good. */
  unknown?: string[];
  /** Runs before a mail is taken; throwing refuses it for now. */
  beforeTaking?: (received: ReceivedMail) => void | Promise<void>;
};

const refusal = (responseCode: number, message: string) =>
  Object.assign(new Error(message), { responseCode });

/**
 * Starts it. It takes every mail, without encryption or sign-in, unless it is told to behave
 * otherwise.
 */
export async function startSmtpPeer({
  port = 0,
  unknown = [],
  beforeTaking,
}: Behaviour = {}): Promise<SmtpPeer> {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onRcptTo: ({ address }, _session, answer) =>
      unknown.includes(address) ? answer(refusal(550, `No such user: ${address}`)) : answer(),
    onData: (stream, { envelope }, answer) => {
      const take = async () => {
        const mail = {
          recipients: envelope.rcptTo.map(({ address }) => address),
          mail: await simpleParser(stream),
        };
        await beforeTaking?.(mail);
        received.push(mail);
      };
      take().then(
        () => answer(),
        () => answer(refusal(451, "Try again later")),
      );
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  // A client that was cut off is part of some tests.
  server.on("error", () => undefined);
  const address = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    port: address.port,
    received,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
