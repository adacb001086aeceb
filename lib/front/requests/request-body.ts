import type { IncomingMessage } from "node:http";

export class RefusedBody extends Error {
  constructor(readonly status: 408 | 413 | 503) {
    super(`The body of a request was refused with ${status}`);
  }
}

export class VisitorLeft extends Error {}

export type BodyLimits = {
  maxBytes: number;
  timeoutMs: number;
  /** Beyond this number, the oldest is refused. */
  maxAtOnce: number;
};

/**
 * The join form is the largest of the public ones: some 8,000 characters of up to four bytes, sent
 * twice by React.
 */
const formLimits: BodyLimits = { maxBytes: 131_072, timeoutMs: 15_000, maxAtOnce: 500 };

/** A picture, and the text that it is for. Only signed-in staff send so much. */
export const staffUploads: BodyLimits = { maxBytes: 7_000_000, timeoutMs: 60_000, maxAtOnce: 4 };

/**
 * A file of 10 MB, and a little more, so that a page can say that it is too large. Only who has the
 * link to a confirmed application sends so much.
 */
export const applicantUploads: BodyLimits = {
  maxBytes: 11_000_000,
  timeoutMs: 120_000,
  maxAtOnce: 4,
};

type Reading = { sender: string | undefined; refuse: (reason: Error) => void };

export class BodyReader {
  private readonly underWay = new Set<Reading>();

  constructor(private readonly limits = formLimits) {}

  /** @throws RefusedBody if it announces more than is taken */
  checkLength({ headers }: Pick<IncomingMessage, "headers">): void {
    if (Number(headers["content-length"] ?? 0) > this.limits.maxBytes) throw new RefusedBody(413);
  }

  /**
   * @param sender of whom one body is read at a time: the earlier is refused
   * @throws RefusedBody if it is too large or too slow, or too many are read; VisitorLeft
   */
  async read(request: IncomingMessage, sender?: string): Promise<Buffer> {
    const { maxBytes, timeoutMs } = this.limits;
    this.checkLength(request);
    return new Promise<Buffer>((resolve, reject) => {
      const body = new GrowingBuffer(maxBytes);
      const reading: Reading = { sender, refuse: (reason) => end(() => reject(reason)) };
      const timer = setTimeout(() => reading.refuse(new RefusedBody(408)), timeoutMs);
      const collect = (chunk: Buffer) => {
        if (body.length + chunk.length > maxBytes) reading.refuse(new RefusedBody(413));
        else body.append(chunk);
      };
      const complete = () => end(() => resolve(body.toBuffer()));
      const leave = () => reading.refuse(new VisitorLeft());
      const end = (settle: () => void) => {
        clearTimeout(timer);
        this.underWay.delete(reading);
        request.off("data", collect).off("end", complete).off("close", leave);
        settle();
      };
      request.on("data", collect).on("end", complete).on("close", leave);
      request.on("error", () => undefined);
      this.begin(reading);
    });
  }

  private begin(reading: Reading): void {
    const { sender } = reading;
    const earlier = [...this.underWay].find((each) => sender && each.sender === sender);
    earlier?.refuse(new RefusedBody(503));
    this.underWay.add(reading);
    if (this.underWay.size <= this.limits.maxAtOnce) return;
    const [oldest] = this.underWay;
    oldest?.refuse(new RefusedBody(503));
  }
}

/** One block of memory: a list of chunks of one byte would take a hundred times as much. */
class GrowingBuffer {
  length = 0;
  private memory = Buffer.alloc(0);

  constructor(private readonly maxLength: number) {}

  append(chunk: Buffer): void {
    const needed = this.length + chunk.length;
    if (needed > this.memory.length) {
      const doubled = Math.min(this.memory.length * 2, this.maxLength);
      this.memory = Buffer.concat([this.memory], Math.max(needed, doubled, 1_024));
    }
    chunk.copy(this.memory, this.length);
    this.length = needed;
  }

  toBuffer(): Buffer {
    return this.memory.subarray(0, this.length);
  }
}
